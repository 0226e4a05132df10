// Recogito's text annotator on the same work: one element for each paragraph, then every annotation at once.

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

const spans = document.getElementsByClassName('r6o-annotation');

// How many annotations it has painted by now: those on the screen. It paints the rest when that is scrolled to.
const painted = {
    SPANS: () => new Set([...spans].map(span => span.dataset.annotation)).size,
    CSS_HIGHLIGHTS: () => CSS.highlights.size,
};

// From the text and the annotations, which are in memory already, to highlights on the screen.
window.measure = async (paragraphs, annotations, renderer) => {
    const begun = performance.now();
    const content = document.getElementById('content');
    for (const text of paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        content.append(paragraph);
    }
    const annotator = RecogitoJS.createTextAnnotator(content, { renderer });
    annotator.setAnnotations(annotations.map(([start, end, quote], number) => {
        const id = `a${number}`;
        return { id, bodies: [], target: { annotation: id, selector: [{ start, end, quote }] } };
    }));
    while (!painted[renderer]()) await frame();
    await frame();
    await frame();
    const time = performance.now() - begun;
    const { store } = annotator.state;
    const { left, top } = content.getBoundingClientRect();
    const due = store.getIntersecting(-left, -top, innerWidth - left, innerHeight - top).length;
    // Whether each is where it should be: the words of its range are its quote.
    const kept = annotator.state.store.all().filter(annotation => {
        const { range, quote } = annotation.target.selector[0];
        return range.toString() === quote;
    });
    return { time, painted: painted[renderer](), due, kept: kept.length };
};
