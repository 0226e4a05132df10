# Griffier, English. Keys are those of nl.ftl; a test compares the two, and both with the program.

app-name = Griffier
app-tagline = From the transcript of a debate to a checked register of claims and commitments.
skip-to-transcript = Skip to the transcript
skip-to-annotations = Skip to the annotations
language = Language
home = All transcripts
dismiss = Close this message

## Start page

start-privacy = Everything stays in this browser. Nothing is sent anywhere; what you want to share, you export.
transcript = Transcript
transcript-hint = Paste the report of a debate or a meeting, as copied from a PDF or a web page. There is no need to clean it up first.
open-transcript = Open transcript
open-sample = Open the sample
choose-file = Choose a file
drop-hint = or drop one here: a text, a Word document (.docx), a web page, or a Griffier export (.griffier.json)
drop-here = Let go to open the file
how-title = How it works
how-paste = Paste the report. Griffier finds who speaks, joins broken lines, and shows every repair it made.
how-mark = Select words and press 1 for a claim, 2 for a commitment.
how-export = Everything is saved as you go. Export it as JSON, with each mark pinned to its words.
your-transcripts = Your transcripts
transcript-untitled = Untitled transcript
transcript-counts =
    { $claims ->
        [one] 1 claim
       *[other] { $claims } claims
    }, { $commitments ->
        [one] 1 commitment
       *[other] { $commitments } commitments
    }
transcript-changed = changed { $when }
transcript-delete = Delete { $title }
delete-short = Delete
delete-question = Delete this transcript?
delete-consequence = “{ $title }” and everything marked in it will be removed from this browser. An export that you made stays as it is. This cannot be undone.
delete-confirm = Delete transcript
cancel = Cancel
transcript-deleted = Transcript deleted
loading = Opening the transcript …
loading-cancel = Cancel
saving = Saving …

## Errors

error-empty = There are no words in it. Paste the text of a report, or choose a file that has one.
error-not-text = This is not a text file: it may be an image or a sound. Nothing was opened. Open it in its own program; if there is text in it, copy that and paste it here.
error-pdf = This is a PDF, which is not read here. Nothing was opened. Open the PDF, select all, copy, and paste the text here.
error-old-word = This is a Word document of the old kind (.doc), or one with a password, which is not read here. Nothing was opened. Open it in Word and save it as .docx without a password, or copy the text and paste it here.
error-rtf = This is an RTF document, which is not read here. Nothing was opened. Open it in its own program and save it as .docx, or copy the text and paste it here.
error-other-zip = This is an archive or a document of another program, with no Word document in it. Nothing was opened. Unpack it and choose one file, or open it in its own program, copy the text, and paste it here.
error-damaged-document = This document is damaged; it was probably not downloaded or copied completely. Nothing was opened. Get the file again, or open it in Word, copy the text, and paste it here.
error-too-large = This is { $size } MB; more than { $limit } MB is not opened at once. Split it, one meeting at a time. Nothing was changed.
error-file-failed = The file could not be read from the disk. Check that it is still there and that you may read it, then choose it again.
error-not-json = This file is not valid JSON, so it cannot be a Griffier export. Nothing was imported. Choose a file that ends in .griffier.json.
error-truncated = This file ends in the middle; it was probably not downloaded or copied completely. Nothing was imported. Get the file again.
error-not-griffier = This is a JSON file, but not a Griffier export. Nothing was imported. Choose a file that ends in .griffier.json.
error-newer = This file was written by a newer version of Griffier (file version { $version }). Nothing was imported. Update this page, then import it again.
error-damaged-file = This Griffier export is damaged: { $part }. Nothing was imported. Get the file again from where it came from.
error-source-damaged = The stored text of this transcript is damaged or missing, so that it cannot be shown. What is marked in it is still stored. Open a backup or an export of it here, and it is whole again.
error-not-here = That transcript is not in this browser. It may have been deleted, or it was opened in another browser. If you have an export of it, import that.
error-damaged-records =
    { $count ->
        [one] One stored change is damaged and was left out
       *[other] { $count } stored changes are damaged and were left out
    }; everything else is here. The damaged values were not deleted. Export now to keep a copy of what can be read.
already-here = This transcript was here already; you see it with everything that is marked in it.
read-as-windows-1252 = The file is not in Unicode; it was read as Windows-1252. If some letters look wrong, save it as UTF-8 in the program it comes from, and open that.
read-as-docx = This is the text of the Word document; pictures, notes and page layout are left out.
read-as-html = This is the text of the web page, without its pictures and layout.
remark-no-speakers = No speakers were found in this text, so each paragraph is shown as a turn of its own. Marking and exporting work as always.
remark-no-speech = This looks like a part of a report in which nobody speaks, such as an opening or a list of papers. Marking and exporting work as always.
remark-decoded-twice = Some letters look wrong (Ã«, â€“), as if the text had been decoded twice. “How this was read” offers to put them right.
import-done =
    Imported: { $added ->
        [one] 1 annotation added.
       *[other] { $added } annotations added.
    }
import-updated =
    { $count ->
        [one] 1 was changed, since the file has a later version.
       *[other] { $count } were changed, since the file has later versions.
    }
import-known =
    { $count ->
        [one] 1 was already here.
       *[other] { $count } were already here.
    }
import-deleted =
    { $count ->
        [one] 1 was deleted here later and stays deleted.
       *[other] { $count } were deleted here later and stay deleted.
    }
import-moved =
    { $count ->
        [one] One stood at another place than the file says and was put where its words are.
       *[other] { $count } stood at another place than the file says and were put where their words are.
    }
import-nowhere =
    { $count ->
        [one] The words of one are not in the transcript; it is kept in the list, without a place.
       *[other] The words of { $count } are not in the transcript; they are kept in the list, without a place.
    }
import-unreadable =
    { $count ->
        [one] One entry could not be read and was left out; the file still has it.
       *[other] { $count } entries could not be read and were left out; the file still has them.
    }
import-entry = Entry { $number }: { $reason }
import-source-changed = The text in the file was changed after it was exported.
export-unverified =
    { $count ->
        [one] The file is complete, but the words of one annotation are not found where it stands; it is marked “verified: false”.
       *[other] The file is complete, but the words of { $count } annotations are not found where they stand; they are marked “verified: false”.
    }

## Saving

saved = All changes saved
not-saved-full = Not saved: this browser’s storage is full. Your work is still here in this tab. Export it now, then delete a transcript to make room.
not-saved-denied = Not saved: this browser does not let the page keep anything (private mode, or a setting). Export before you close this tab.
not-saved-failed = Not saved: the browser’s storage does not answer. Your work is still here in this tab. Export it now.
not-saved-gone = Not saved: another tab has deleted this transcript. It is still here in this tab; the next change keeps it again. Export it if you want to be sure.

## Reading

title-label = Title
rename = Rename
undo = Undo
redo = Redo
export = Export
export-json = JSON
export-json-hint = everything, to keep or to import
how-read-link =
    { $count ->
        [0] How this was read
        [one] How this was read: 1 repair
       *[other] How this was read: { $count } repairs
    }
speakers = Speakers
speaker-unknown = No speaker named
speaker-share = { $share } % of the words
speaker-jump =
    { $turns ->
        [one] Go to the one turn
       *[other] Go to the next of { $turns } turns
    }
turn-number = turn { $number }
turn-range = turns { $first }–{ $last }
in-chair = in the chair: { $name }
meeting-start = start { $time }
meeting-end = end { $time }
meeting-chair = chair { $name }
meeting-clerk = clerk { $name }
meeting-turns =
    { $count ->
        [one] 1 turn
       *[other] { $count } turns
    }
date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
annotate = Annotate
kind-claim = Claim
kind-commitment = Commitment
kind-letter-claim = Cl
kind-letter-commitment = Co

## Annotations

annotations = Annotations
list-show = Show list
list-hide = Hide list
filter-all = All
filter-claims = Claims
filter-commitments = Commitments
filter-label = Show
no-annotations = Nothing is marked yet.
no-annotations-hint = Select words in the transcript, with the mouse or with Shift and the arrow keys, and press 1 for a claim or 2 for a commitment.
no-annotations-shown = None of this kind.
kind-marked = { $kind } marked, { $number } of { $count }
claim-marked = Claim marked, { $number } of { $count }
commitment-marked = Commitment marked, { $number } of { $count }
nothing-selected = Select words in the transcript first; then press 1 for a claim or 2 for a commitment.
proposals-accepted = Proposals taken over
annotation-deleted = Annotation deleted; Undo brings it back
undone = Undone: { $what }
redone = Redone: { $what }
nowhere = Its words were not found in the transcript
field-summary = Summary
field-note = Note
field-due = Due, as spoken
field-due-hint = for instance: before the summer
field-due-date = Due date
field-to = To whom
field-to-hint = names, separated by commas
field-by = Promised by
field-condition = On condition that
field-fulfilled-by = Fulfilled by
field-fulfilled-on = Fulfilled on
field-tags = Tags
field-tags-hint = separated by commas
proposal = Proposed: { $words }
proposal-accept = Take over
proposal-accept-words = Take over: { $words }
proposal-decline = No
proposal-decline-words = No, do not propose: { $words }
why-named = was named just before
why-spoke-before = spoke last before this turn
why-house = is named in the words
how-day = the day named
how-end-of-month = the last day of the month
how-beginning-of-month = the tenth, for the beginning of the month
how-middle-of-month = the fifteenth, for the middle of the month
how-before-month = the day before the month begins
how-end-of-quarter = the last day of the quarter
how-end-of-half = the last day of the half-year
how-beginning-of-year = the end of March, for the beginning of the year
how-middle-of-year = the end of June, for the middle of the year
how-end-of-year = the last day of the year
how-before-year = the day before the year begins
how-end-of-week = the Friday of that week
how-counted = counted from the day of the meeting
how-season = the last day of the season, by the calendar
how-before-season = the day before the season begins, by the calendar
how-feast = by the calendar
how-recess = no date: the dates of recesses are not known here
how-event = no date: when that is, is not known here
how-repeats = no date: again and again
how-vague = no date in these words
field-certainty = Certainty
field-status = Status
field-type = About
field-check = Check
field-sources = Sources
field-sources-hint = one a line
delete-annotation = Delete
show-in-text = Show in the text
certainty-firm = firm
certainty-soft = soft
status-open = open
status-fulfilled = fulfilled
status-partly = partly fulfilled
status-lapsed = lapsed
type-figure = figure
type-law = law
type-record = what happened
type-cause = cause
type-comparison = comparison
type-prediction = prediction
type-other = other
check-unchecked = unchecked
check-checking = being checked
check-supported = supported
check-refuted = refuted
check-mixed = mixed
check-unverifiable = cannot be verified

## Repairs

repairs = Repairs
repairs-intro = The pasted text is kept as it was. These places read differently here; positions in an export refer to both.
repair-hyphen = Broken words joined
repair-hyphen-kept = Compounds joined, their hyphen kept
repair-line-break = Line ends inside a paragraph
repair-page-break = Page breaks inside a paragraph
repair-page-furniture = Lines of the page left out
repair-blank = Stray blanks
repair-invisible = Characters that nobody sees
repair-decoding = Letters decoded twice, put right
repair-glued = Headings parted from the words they were glued to
repair-markup = Signs of the file format left out
repair-repeated = Lines that captions repeat
repairs-none = Nothing had to be repaired.
repairs-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
close = Close

## Keys

keys = Keys
help-steps = How one works here
help-open = Paste the report on the start page, or choose a file. Griffier finds who speaks when. Above the text you see how it was read: each repair can be taken back, and you can correct who speaks, where a turn begins and what is no heading.
help-select = Select words with the mouse, with a finger, or with the caret and the keys below. Whole words are taken, unless you hold Alt.
help-mark = Say what the words are with a key or with the buttons beside them. Griffier proposes to whom, by when and on which question, and says why; nothing counts before you take it over. Words that say the same elsewhere become a mention of the same mark.
help-list = The list has every mark, with what you know about it. It can be filtered and grouped. Every act can be taken back, a thousand of them, after a reload as well.
help-register = Register, above the list, shows the commitments and claims as tables to be filled in, the chair’s closing list beside your marks, and figures of the meeting. The start page leads to what is still open in all transcripts.
help-export = Export gives you a file with the text and every mark, pinned to its words. Open it again on the start page, in any browser.
help-kept = What is kept, and where
help-stored = Everything is saved in this browser while you work, and nowhere else. Nothing is sent. Whoever uses this browser on this computer can see it, a private window forgets it, and so does a browser of which the site data are cleared.
help-tabs = A transcript can be open in two tabs: each shows at once what is done in the other.
help-full = Browsers give a page room for some five million characters, and the start page says how much is taken. When it is full, nothing is lost: you are asked to export. Save a backup of everything there now and then.
help-offline = Once the page was here, it works without a network. A new version comes by itself and is used from the next visit on.
help-together = Two people can work on the same transcript: each exports, and to open the other’s file adds their marks to yours. Where both changed the same, the later change counts, and the other is one undo away.
help-files = What can be opened
help-reads = Reports of parliaments, minutes, interviews and captions, as plain text, Word documents (.docx), web pages, WebVTT or SRT; also files that Griffier exported. Of a PDF, copy the text.
help-repairs = What you give stays as it is, to the letter. What is shown is put right for reading only (a word broken at the end of a line, the number of a page), and the list of repairs shows each place.
help = Help and keys
help-intro = In the transcript the arrow keys move a caret; with Shift they select, with Ctrl they go by words.
shortcut-claim = Mark the selection as a claim
shortcut-commitment = Mark the selection as a commitment
shortcut-next = Next annotation
shortcut-previous = Previous annotation
shortcut-edit = Fill in the chosen annotation
shortcut-erase = Delete the chosen annotation
shortcut-undo = Undo
shortcut-redo = Redo
shortcut-leave = Leave: the selection, the annotation, a panel
shortcut-help = This help

# How the transcript was read
format-captions = Captions (WebVTT or SRT)
format-dutch-report = Report of a Dutch parliamentary debate
format-dutch-summary = Summary of a Dutch committee meeting
format-belgian-report = Report of the Belgian parliament
format-congressional-record = Congressional Record or printed hearing
format-hansard = Report of a parliament (Hansard and the like)
format-named-lines = Names before what is said
format-plain = Text without speakers
role-chair = Chair
role-member = Member
role-government = Government
role-guest = Guest, or not known
language-nl = Dutch
language-en = English
language-fr = French
language-de = German
language-und = Not known

# How it was read, and correcting that
how-read = How this was read
reason-headings =
    { $count ->
        [one] Read as: { $format }. It has one heading like “{ $example }”.
       *[other] Read as: { $format }. It has { $count } headings like “{ $example }”.
    }
reason-sentences = Read as: { $format }. Its paragraphs begin with who speaks.
reason-none = Read as: { $format }. No headings with the name of a speaker were found in it.
reason-by-hand = Read as: { $format }. You chose that.
format-label = Kind of text
language-label = Language of the text
reason-found =
    { $turns ->
        [one] { $speakers ->
            [0] 1 turn, no speakers.
            [one] 1 turn, 1 speaker.
           *[other] 1 turn, { $speakers } speakers.
        }
       *[other] { $speakers ->
            [0] { $turns } turns, no speakers.
            [one] { $turns } turns, 1 speaker.
           *[other] { $turns } turns, { $speakers } speakers.
        }
    }
as-found = As Griffier finds it
as-found-format = Found: { $format }
as-found-language = Found: { $language }
decoding-offer = Put right letters that were decoded twice: tweeÃ«n becomes tweeën
repairs-off = Repairs that you took back
repair-make = Repair this
repair-undo = Leave as it was
repair-show = Show in the text
by-hand = Corrected by hand
by-hand-no-turn = Not a heading: “{ $words }”
by-hand-turn = A turn begins at “{ $words }”
by-hand-turn-by = A turn begins at “{ $words }”: { $name }
by-hand-same = { $name } is the same person as { $other }
by-hand-is = { $name } is { $other }
by-hand-as-found = As it was found
no-turn-here = Put the caret in a turn first; then w opens who speaks in it.
no-caret = Put the caret in the transcript first, with the mouse or with Tab and the arrow keys.
shortcut-sentence = Select the sentence at the caret; again, the next one too
shortcut-accept = Take the proposals for the chosen annotation over, and read on
shortcut-correct = Correct who speaks at the caret
inset-motion = Motion
inset-closing-list = Closing list
turn-here = New turn
shortcut-turn = Begin a new turn at the selected words
reading-corrected = Reading corrected
correct-turn = Correct turn { $number }
correct-title = Correct turn { $number }
correct-heading = Read as a heading: “{ $heading }”
correct-person =
    { $turns ->
        [one] Who this is
       *[other] Who this is, in all { $turns } turns
    }
person-name = Name
person-party = Party or group
person-role = Role
person-function = Office
person-keep = Keep
correct-other = Somebody else speaks
other-listed = One of the speakers
other-choose = Choose…
other-new = Or a name
other-this-turn = In this turn
other-everywhere =
    { $turns ->
        [one] Everywhere { $name } speaks
       *[other] In all { $turns } turns of { $name }
    }
correct-no-heading = This is not a heading
correct-no-turn = No turn begins here
correct-own-person = “{ $heading }” is somebody else
correct-as-found = This turn and this speaker as they were found

# Pieces, edges and mentions of an annotation.
pieces =
    { $count ->
        [one] The marked words
       *[other] The marked words: { $count } pieces
    }
pieces-hint = Select other words and press a to add them. Drag the handles in the text to move an end.
mentions =
    { $count ->
        [0] Mentions
       *[other] Mentions ({ $count })
    }
mentions-hint = Where else the same is said, or asked for: select the words there and press m.
mention-role = What it does
mention-repeat = repeats it
mention-supplement = adds to it
mention-confirmation = confirms it
mention-listed = lists it
mention-asked = asks for it
chain = From question to promise
chain-promise = promises it
asked-just-before = spoke just before
passage-show = Show “{ $words }” in the text
passage-remove = Remove “{ $words }”
edge-begin = Beginning
edge-begin-back = Beginning one word back
edge-begin-forward = Beginning one word forward
edge-end = End
edge-end-back = End one word back
edge-end-forward = End one word forward
edge-moved = The marked words: { $words }
piece-added = Words added: { $words }
mention-added = Mention added
passage-removed = Passage removed
nothing-chosen = Choose an annotation first; then a adds the selected words to it, and m adds them as a mention.
add-piece = Add words
add-mention = Mention
shortcut-piece = Add the selected words to the chosen annotation
shortcut-mention = Add the selected words as a mention of the chosen annotation
shortcut-begin-back = Beginning of the chosen annotation one word back
shortcut-begin-forward = Beginning of the chosen annotation one word forward
shortcut-end-back = End of the chosen annotation one word back
shortcut-end-forward = End of the chosen annotation one word forward
shortcut-passage = Next passage of the chosen annotation

# What the list shows, and how.
filter-more =
    { $count ->
        [0] Filter and group
       *[other] Filter and group ({ $count })
    }
filter-clear = Clear
filter-shown = { $shown } of { $all }
filter-any = Any
filter-speaker = Speaker
filter-party = Party
filter-tag = Tag
filter-without-date = Commitments without a date
grouping = Group by
grouping-text = Nothing: in the order of the text
grouping-turn = Turn
grouping-speaker = Speaker
grouping-status = Status
group-none = Other

# The codebook.
codebook = Codebook
codebook-intro = What is marked, and as what. Kinds of your own get a button and a key, and travel with the exported file.
codebook-kinds = Your own kinds
codebook-tags = Tags
codebook-no-tags = Tags are typed in the fields of an annotation. Those in use are listed here, to be renamed or removed everywhere at once.
codebook-changed = Codebook changed
guide-commitment = A member of the government (in other meetings: anybody) binds themself, or the ministry they answer for, to something that they can be held to later: to send a letter or figures, to come back to it at a named moment or in a named document, to look into it, to raise it with somebody, to change or add something.
guide-commitment-not = Not: coming back to it later in the same debate, work that is only described, what somebody else will do, a member who recalls or asks for a promise, a refusal, the verdict on a motion, what the chair says about the order of the meeting.
guide-certainty = Firm: a definite undertaking. Soft: an intention without a clear result (“I shall see whether …”).
guide-claim = A statement of fact, by anybody, that sources can settle and that matters: a figure or a trend, what a law or a report says, what happened or was decided, a cause stated as fact, a comparison with elsewhere or earlier.
guide-claim-not = Not: an opinion, a wish, an intention, a question without a fact in it, procedure, courtesies.
guide-words = Mark the shortest run of whole words that carries the statement.
kind-name = Name
kind-key = Key
kind-colour = Colour
kind-help = When to mark something so
kind-new = New kind
kind-add = Add kind
kind-keep = Keep
kind-remove = Remove
kind-in-use =
    { $count ->
        [one] One annotation has it
       *[other] { $count } annotations have it
    }
kind-name-missing = A kind needs a name.
kind-name-taken = Another kind is called that already.
colour-blue = Blue
colour-violet = Violet
colour-pink = Pink
colour-red = Red
colour-brown = Brown
colour-grey = Grey
tag-uses =
    { $count ->
        [one] { $tag } (1 annotation)
       *[other] { $tag } ({ $count } annotations)
    }
tag-remove = Remove everywhere
tag-renamed =
    { $count ->
        [one] One annotation changed
       *[other] { $count } annotations changed
    }
tag-comma = A comma separates tags; leave it out.
tag-too-long = A tag has { $limit } characters at most. It is kept as typed, but not saved until it is shorter.
too-long = { $limit } characters at most.
error-no-such-day = That day does not exist. The date saved before is kept.
tags-in-use = Tags in use, to add
whole-sentence = Sentence

# Keys.
caret-move = Move the caret in the transcript; Home, End, Page up and Page down too
caret-words = By words; with ↑ ↓ by paragraphs
caret-select = Select from the caret
caret-exact = Select to the letter: without Alt, whole words are marked
help-changeable = Keys that you can change
help-changeable-hint = Type another letter, digit or sign in a field. They work while you do not type in a text field.
help-letters = Single letters, digits and signs are shortcuts
help-reset = All as they were
key-one = One letter, digit or sign.
key-taken = That is the key for: { $what }
shortcut-copy = Copy the chosen quote with its source
shortcut-hide = Hide the marks, or show them again
hide-marks = Hide marks
marks-hidden = Marks hidden
marks-shown = Marks shown
copy-quote = Copy quote
quote-copied = The quote is copied, with speaker, meeting and link, ready to be pasted.
quote-not-copied = The browser does not let this page copy. Select the quote here and copy it: { $text }
error-annotation-not-here = This annotation is not in the transcript (any more). The link may be older than its deletion.

# What was done.
history = History
undo-what = Undo: { $what }
redo-what = Redo: { $what }
nothing-to-do = Nothing
did-mark = { $kind } marked: “{ $words }”
did-mark-many = { $count } annotations marked
did-delete = { $kind } deleted: “{ $words }”
did-words = Words changed: “{ $words }”
did-mentions = Mentions changed: “{ $words }”
did-summary = Summary changed: “{ $words }”
did-note = Note changed: “{ $words }”
did-tags = Tags changed: “{ $words }”
did-status = Status changed: “{ $words }”
did-fields = Fields changed: “{ $words }”
did-many = { $count } annotations changed
did-title = Title changed
did-closing-list = Closing list corrected
did-reading = Reading corrected
did-kind = Codebook changed
kind-own = { $name }

# Finding.
find = Find
find-field = Find in text and annotations
find-next = Next place
find-previous = Previous place
find-close = Close and go to the place shown
find-pattern = Regular expression
find-count = { $current } of { $all } in the text
find-nothing = Not in the text
find-annotations =
    { $count ->
        [one] 1 annotation
       *[other] { $count } annotations
    }
find-mark = Mark every occurrence:
find-bad-pattern = That is no regular expression: { $told }
find-large-pattern = This pattern describes too much to be searched in reasonable time. Make a repetition in it smaller.
found-marked =
    { $known ->
        [0] { $count } places marked
       *[other] { $count } places marked; { $known } were marked already
    }
found-too-many = More than { $limit } places: too many to mark at once. Look for something more precise.
shortcut-find = Find

# The outline.
parts = Parts of the meeting
part-opening = Opening
part-closing = Closing
part-suspension = Suspension
part-suspension-times = Suspended { $from }–{ $to }
part-motion = Motion { $facts }
part-answer = Answer of the government
part-second-term = Second term
speaker-marks =
    { $count ->
        [one] 1 mark
       *[other] { $count } marks
    }
only-speaker = Only { $speaker }
only-line = Only { $speaker }: { $turns } of { $all } turns.
only-shown = Only this speaker is shown
all-shown = All turns are shown
show-all = Show all

back-up = Save a backup of everything
back-up-hint = One file with all transcripts and all that is marked in them. Open it here, in this or another browser, and nothing is doubled.
restore-done =
    { $count ->
        [0] The backup was opened.
        [one] The backup was opened: 1 transcript added.
       *[other] The backup was opened: { $count } transcripts added.
    }
restore-merged =
    { $count ->
        [one] 1 transcript was here with less in it, and now has what was done in both.
       *[other] { $count } transcripts were here with less in them, and now have what was done in both.
    }
restore-known =
    { $count ->
        [one] 1 transcript was already here as it is in the file.
       *[other] { $count } transcripts were already here as they are in the file.
    }
restore-damaged =
    { $count ->
        [one] 1 transcript is damaged in the file and was left out.
       *[other] { $count } transcripts are damaged in the file and were left out.
    }
restore-stopped = Not all of the backup could be put into this browser. What is listed is whole. Make room, then open the backup again.
error-not-backup = This backup is damaged or cut off. Nothing was changed. Get the file again from where it came from.
transcript-room = { $percent } % of the room
room-taken = { $percent } % of the room that browsers give is taken.
not-saved-newer = Not saved: what is stored in this browser was written by a newer version of Griffier. You can read and export it here, and nothing of it is changed. Load the page again to get the newer version.
export-reminder =
    { $count ->
        [one] 1 annotation is
       *[other] { $count } annotations are
    } new or changed since this transcript was last exported, { $days } days ago. What is kept in a browser goes with the browser: export it, or save a backup of everything on the start page.
export-reminder-never = This transcript has { $count } annotations, the first of them { $days } days old, and was never exported. What is kept in a browser goes with the browser: export it, or save a backup of everything on the start page.
export-now = Export now
release-waits = A new version of Griffier is ready. Your work stays as it is. It is used from your next visit on, or at once.
release-use = Use it now

# First steps.
steps-enough = I know the way
step-select = { $keys ->
    [none] First time here? Select some words.
   *[some] First time here? Select some words: drag over them, or put the caret in a sentence and press { $sentence }.
}
step-mark = { $keys ->
    [none] Now say what they are, with the buttons beside the words.
   *[some] Now say what they are: press { $claim } for a claim or { $commitment } for a commitment, or use the buttons beside the words.
}
step-commitment = That is a claim. What you know about it can be filled in in the list. { $keys ->
    [none] Now mark a promise as a commitment.
   *[some] Escape brings you back to the text. Now select a promise and press { $commitment }.
}
step-claim = That is a commitment. What you know about it can be filled in in the list. { $keys ->
    [none] Now mark a statement that can be checked as a claim.
   *[some] Escape brings you back to the text. Now select a statement that can be checked and press { $claim }.
}
step-example = Show an example
step-export = Both are in the list, and everything is saved in this browser. Export gives you a file with all of it. More is in the help, behind the question mark.
start-one-file = Take Griffier along as one file that works without a server.

## The register

register = Register
register-leave = Transcript
register-parts = Parts of the register
register-commitments = Commitments
register-claims = Claims
register-closing-list = Closing list
register-figures = Figures
register-no-commitments = No commitment is marked yet. In the transcript, select the words of one and press 2.
register-no-claims = No claim is marked yet. In the transcript, select the words of one and press 1.
column-number = No.
column-claim = Claim
column-due = By when
column-mentions = Mentions
closing-none = No closing list was found in this transcript. If the chair reads one out, select each item there and choose “Item of the closing list”.
closing-confirmed = Listed and marked
closing-unlisted = Marked, not listed
closing-unmarked = Listed, not marked
closing-mark = Mark as commitment
closing-own-item = An item of its own
closing-part = Part of the item before
closing-join = Join to the one before
closing-no-item = Not an item
closing-amended = Later said:
closing-item-here = Item of the closing list
match-item = Item { $number }?
match-words = same words: { $words }
match-due = same date
match-person = same person: { $name }
match-none = In no list
match-choose = Choose the item
match-item-name = Item
listed-as = Noted as listed
listed-not = Noted as not listed
item-marked = Item marked as commitment
skip-to-register = Skip to the register
register-none = None.
export-spreadsheet = Register as spreadsheet (CSV)
export-hint-spreadsheet = Commitments and claims in one table, for Calc, a database or an English Excel.
export-spreadsheet-semicolons = Register as spreadsheet with semicolons (CSV)
export-hint-spreadsheet-semicolons = The same, for Excel with Dutch or Belgian settings (a comma as decimal sign).
export-markdown = Register as text (Markdown)
export-hint-markdown = To be read, or put into a memo.
export-calendar = Deadlines as calendar (.ics)
export-hint-calendar = Every open commitment that has a date, for Outlook and other calendars.
export-house = Commitments as the House has them (JSON)
export-hint-house = In the shape of the open data of the Tweede Kamer.
export-fact-check = Claims for fact checkers (JSON-LD)
export-hint-fact-check = As schema.org has them; with a review where there is a verdict.
column-kind = Kind
column-words = Words
column-party = Party
column-turn = Turn
column-asked-by = Asked by
column-asked-turn = Asked in turn
column-link = Link
figure-speakers = Words by speaker
figure-parties = Words by party
figure-along = Claims and commitments along the meeting
figure-addressees = Commitments by addressee and status
figure-table = As a table
figure-spoken = { $words ->
    [one] 1 word
   *[other] { $words } words
} · { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}
figure-speakers-said = Bars. Most words, { $words } of { $all }, are spoken by: { $name }. The table below has all of them.
figure-along-said = Columns along the meeting. { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}, { $commitments ->
    [one] 1 commitment
   *[other] { $commitments } commitments
}; the most in one stretch, { $most }, in { $turns }. The table below has all of them.
figure-addressees-said = Bars. Most commitments, { $count }, are made to: { $name }. The table below has all of them.
figure-addressees-nobody = Bars. { $count ->
    [one] 1 commitment has
   *[other] { $count } commitments have
} nobody filled in to whom it is made. The table below has all of them.
figure-shown = The { $shown } longest of { $all } bars are drawn; the table has all.
figure-nobody = Nobody speaks in this transcript.
figure-no-marks = No claim and no commitment is marked yet.
figure-no-commitments = No commitment is marked yet.
figure-to-nobody = Nobody filled in
figure-begin = Beginning
figure-end = End
voice-unnamed = Without a name
voice-no-party = Without a party
column-turns = Turns
column-share = Share
percent = { $number } %
number = { $number }

## Open commitments of all transcripts

open-title = Open commitments
open-hint = What is still to be done, of all transcripts in this browser; what is due first comes first.
open-link = Open commitments of all transcripts
open-none = Nothing is open: no transcript in this browser has a commitment that is still to be kept.
open-failed = The store of this browser could not be read. What is missing here is not gone: try again later.
gathering = Looking through all transcripts …
open-everybody = Everybody
open-shown =
    { $count ->
        [0] No commitments
        [one] 1 commitment
       *[other] { $count } commitments
    }
open-late = overdue
open-damaged =
    { $count ->
        [one] Not everything of one transcript could be read; what it has may be missing here. Open it to learn more.
       *[other] Not everything of { $count } transcripts could be read; what they have may be missing here. Open them to learn more.
    }
open-file = open-commitments
open-spreadsheet = Spreadsheet (CSV)
open-spreadsheet-semicolons = Spreadsheet with semicolons (CSV)
open-calendar = Deadlines as calendar (.ics)
open-hint-spreadsheet = For Calc, a database or an English Excel.
open-hint-spreadsheet-semicolons = For Excel with Dutch or Belgian settings (a comma as decimal sign).
open-hint-calendar = Of every commitment that has a date, for Outlook and other calendars.
column-meeting = Meeting
column-meeting-date = Day of the meeting
