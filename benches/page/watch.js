// What the benchmark watches inside the page. It is there before the page's own scripts, in every document.
(() => {
    // For how many frames a sign of progress is looked for.
    const LOOKS = 60;

    const PROGRESS = ':is(progress, [role=progressbar]):not([aria-hidden=true])';

    const isSeen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

    const memories = [], tasks = [];

    // The page keeps its memory to itself: it is caught where the module is made.
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const result = await made.apply(WebAssembly, given);
            const { exports } = result.instance ?? result;
            memories.push(...Object.values(exports).filter(value => value instanceof WebAssembly.Memory));
            return result;
        };
    }

    new PerformanceObserver(list => {
        tasks.push(...list.getEntries().map(entry => [entry.startTime, entry.duration]));
    }).observe({ type: 'longtask', buffered: true });

    const frames = count => new Promise(resolve => {
        const next = left => left ? requestAnimationFrame(() => next(left - 1)) : resolve();
        next(count);
    });

    let region = null;
    const transcript = () => {
        if (!region?.isConnected) region = document.querySelector('[role=region][aria-label=Transcript]');
        return region;
    };

    // The paragraphs that are really on the screen: those that a pointer would hit.
    const visible = () => {
        const found = new Set();
        if (!transcript()) return found;
        const { left, width } = transcript().getBoundingClientRect();
        for (let y = 8; y < innerHeight; y += 16) {
            const paragraph = document.elementFromPoint(left + width / 2, y)?.closest('[data-paragraph]');
            if (paragraph) found.add(paragraph);
        }
        return found;
    };

    // Whether every paragraph on the screen that has an annotation shows a mark. `marked` has a `1` for each that has.
    // Where nothing on the screen is marked, the words are enough.
    const isPainted = marked => {
        const shown = [...visible()];
        const due = shown.filter(paragraph => marked[paragraph.dataset.paragraph] === '1');
        const isThere = paragraph => paragraph.querySelector('mark[data-annotation]');
        return shown.length > 0 && due.every(isThere);
    };

    // Whether the last paragraph is in the document. It is looked for from the end, which costs next to nothing.
    const isComplete = last => {
        let node = transcript();
        while (node?.lastElementChild && !node.matches('[data-paragraph]')) node = node.lastElementChild;
        for (let step = 0; node && step < 64; step += 1) {
            // What was not passed on the way up may hold it.
            const paragraph = node.matches('[data-paragraph]') ? node : [...node.querySelectorAll('[data-paragraph]')].pop();
            if (paragraph) return paragraph.dataset.paragraph === String(last);
            node = node.previousElementSibling ?? node.parentElement;
        }
        return false;
    };

    // Every paragraph from the first to the last, how much text they have, and how many annotations are painted.
    const census = () => {
        const paragraphs = [...transcript().querySelectorAll('[data-paragraph]')];
        const marks = [...transcript().querySelectorAll('mark[data-annotation]')];
        return {
            paragraphs: paragraphs.length,
            units: paragraphs.reduce((sum, paragraph) => sum + paragraph.textContent.length, 0),
            painted: new Set(marks.map(mark => mark.dataset.annotation)).size,
        };
    };

    // From now until everything that is to be there is there: the times at which it was, in milliseconds.
    const opening = async (marked, last) => {
        const begun = performance.now();
        const since = () => performance.now() - begun;
        const when = async condition => {
            while (!condition()) await frames(1);
            await frames(2);
            return since();
        };
        let told = null;
        const progress = async () => {
            // Not for longer than need be: to look for what is not there takes time in a long document.
            for (let look = 0; look < LOOKS && told === null; look += 1) {
                if ([...document.querySelectorAll(PROGRESS)].some(isSeen)) told = since();
                await frames(1);
            }
        };
        progress();
        const [painted, complete] = await Promise.all([when(() => isPainted(marked)), when(() => isComplete(last))]);
        const found = census();
        // The observer hears of a task after it has ended.
        await new Promise(resolve => setTimeout(resolve));
        const during = tasks.filter(([start, duration]) => start + duration > begun && start < begun + complete);
        return { painted, complete, told, longest: Math.max(0, ...during.map(([, duration]) => duration)), found };
    };

    window.bench = {
        opening,

        // The same, from the moment at which a file is chosen.
        openingOfFile: (marked, last) => new Promise(resolve => {
            addEventListener('change', () => resolve(opening(marked, last)), { capture: true, once: true });
        }),

        wasm: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),

        // The annotations painted on the screen.
        shown: () => [...new Set([...visible()].flatMap(paragraph =>
            [...paragraph.querySelectorAll('mark[data-annotation]')].map(mark => mark.dataset.annotation)))],

        // Goes to a part of the page, counted from 0 to 1, and counts the frames until the marks there are painted.
        jump: async (to, marked) => {
            if (to !== null) scrollTo({ top: document.scrollingElement.scrollHeight * to, behavior: 'instant' });
            for (let count = 1; count < 600; count += 1) {
                await frames(1);
                if (isPainted(marked)) return count;
            }
            return null;
        },

        // Two frames, and then until the page has nothing left to do.
        rest: async () => {
            await frames(2);
            for (let turn = 0; turn < 2; turn += 1) await new Promise(resolve => requestIdleCallback(resolve));
        },
    };
})();
