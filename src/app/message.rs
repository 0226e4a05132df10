//! Everything that can happen to the application.

use jiff::civil::Date;

use super::{
    CommitmentsFile, Filter, Gathered, Grouping, Panel, PassageEdit, ReadSource, RegisterFile, RegisterView, Route,
    TurnEdit, View,
};
use crate::{
    i18n::Lang,
    journal::{BackendError, Card, News, Opened, Packed, RestoreError, Restored, Usage},
    model::{
        AnnotationId, Certainty, CheckState, ClaimType, CommitmentStatus, Correction, ItemCorrection, Kind, KindEntry,
        KindId, ProjectId, Promiser, Proposal, SpeakerIndex, TurnIndex,
    },
    text::{Byte, ReadingSpan, SourceSpan},
};

/// A field of an annotation with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// What it says in short.
    Summary(String),
    /// Anything else.
    Note(String),
    /// By when, as spoken.
    Due(String),
    /// By when, as a date.
    DueDate(Option<Date>),
    /// To whom: names, separated by commas.
    To(String),
    /// On what condition.
    Condition(String),
    /// Who gave it, and in what office; empty for the speaker of the turn.
    By(Promiser),
    /// What fulfilled it.
    FulfilledBy(String),
    /// When it was fulfilled.
    FulfilledOn(Option<Date>),
    /// Labels, separated by commas.
    Tags(String),
    /// How definite.
    Certainty(Certainty),
    /// What became of a commitment.
    Status(CommitmentStatus),
    /// What a claim is about.
    ClaimType(ClaimType),
    /// How far a claim has been checked.
    Check(CheckState),
    /// What was found on a claim, one source a line.
    Sources(String),
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// The address changed.
    Went(Route),
    /// The list of transcripts was read, and how much room they take.
    Listed(Result<Vec<(ProjectId, Option<Card>)>, BackendError>, Usage),
    /// The user gave a text to open.
    OpenText(String),
    /// The user chose or dropped a file.
    OpenFile(Vec<u8>),
    /// The user chose a file so large (bytes) that it was not even read.
    FileTooLarge(usize),
    /// A file could not be read from the disk.
    FileFailed,
    /// The user wants to see the sample.
    OpenSample,
    /// A stored project was read.
    Loaded(ProjectId, Result<Option<Box<Opened>>, BackendError>, Option<View>),
    /// A source was read.
    Read(ProjectId, Box<ReadSource>),
    /// What is being opened is not wanted any more.
    CancelOpening,
    /// A source was packed for the store.
    Packed(ProjectId, Packed),
    /// Records of a project were written: so many of those that were handed over, and what stopped the others.
    Saved(ProjectId, usize, Option<BackendError>),
    /// What could not be written may be written now.
    SaveAgain,
    /// Another tab changed the store.
    Elsewhere(News),
    /// The user wants a transcript deleted, and is asked first.
    AskDelete(Option<ProjectId>),
    /// The user confirmed.
    Delete(ProjectId),
    /// The deletion is done, or was refused.
    Deleted(ProjectId, Result<(), BackendError>),
    /// Words were selected, or none any more.
    Selected(Option<ReadingSpan>),
    /// The caret, or the moving end of the selection, is at this byte of the reading text now.
    Caret(Option<Byte>),
    /// The sentence at the caret is to be selected, or, where whole sentences are, the next one with them.
    SelectSentence,
    /// Whether the selected words are wanted to the letter; otherwise whole words are meant.
    ToTheLetter(bool),
    /// The selection is to be stretched to whole words.
    WholeWords,
    /// The selection is to be given up.
    Deselect,
    /// Something is to be marked, but no words are selected.
    NothingSelected,
    /// Something is to be done with the chosen annotation, but none is chosen.
    NothingChosen,
    /// The selected words are to be marked.
    Mark(Kind),
    /// An annotation was chosen, or none.
    Activate(Option<AnnotationId>),
    /// The chosen annotation is to be left, for the transcript.
    Leave,
    /// The fields of an annotation are to be filled in.
    Fill(AnnotationId),
    /// An annotation is to be brought into view.
    Reveal(AnnotationId),
    /// The next annotation, or the one before, is to be chosen.
    Step(bool),
    /// A field of an annotation changed.
    Edit(AnnotationId, Field),
    /// The passages of an annotation change.
    Passages(AnnotationId, PassageEdit),
    /// The next passage of an annotation is to be shown, behind the caret.
    NextPassage(AnnotationId),
    /// A proposal for an annotation is accepted.
    Accept(AnnotationId, Proposal),
    /// All proposals for the fields of an annotation are accepted, and it is left.
    AcceptAll(AnnotationId),
    /// A proposal for an annotation is turned down.
    Decline(AnnotationId, Proposal),
    /// An annotation is to be deleted.
    Erase(AnnotationId),
    /// The user gave a transcript another title. (A field may report late, when another one is open.)
    Title(ProjectId, String),
    /// So many of the last acts are to be taken back.
    UndoSteps(usize),
    /// So many of the acts taken back are to be done again.
    RedoSteps(usize),
    /// A project file is wanted.
    Export,
    /// The register is wanted as a file. The address is that of the page, without what stands behind its `#`.
    ExportRegister(RegisterFile, String),
    /// Something is to be looked for: the words selected, or what was looked for last.
    OpenSearch,
    /// This is looked for; whether it is a regular expression.
    Find(String, bool),
    /// The next place that was found is to be shown, or the one before.
    FindStep(bool),
    /// Every place that was found is to be marked.
    MarkFound(Kind),
    /// The search is over; what is shown is to be selected.
    CloseSearch,
    /// The list of annotations shows these only.
    Filter(Filter),
    /// The list of annotations is grouped by this.
    Group(Grouping),
    /// A kind is new in the codebook.
    AddKind(KindEntry),
    /// A kind is described so, or is to be taken out of the codebook.
    PutKind(KindId, Option<KindEntry>),
    /// A tag is to be called so wherever it is used; without a name it is to be taken away.
    RenameTag(String, String),
    /// The words of an annotation are to be copied, with where they come from.
    CopyQuote(AnnotationId),
    /// They were, or the browser refused to take this text.
    Copied(Result<(), String>),
    /// The store does not take what is done, and says so beforehand.
    Refused(BackendError),
    /// Everything that is stored is to be handed out as a file.
    BackUp,
    /// Here it is.
    BackedUp(Result<String, BackendError>),
    /// A file with everything was taken back.
    Restored(Result<Restored, RestoreError>),
    /// The list of what was done was opened, or closed.
    ListHistory(bool),
    /// The marks are to be hidden, or shown again.
    HideMarks(bool),
    /// The shortcut with this label is to have this key.
    SetKey(&'static str, String),
    /// Every shortcut is to have its own key again.
    ResetKeys,
    /// Whether single letters, digits and signs are shortcuts.
    LetterKeys(bool),
    /// This is to be open over the page, or nothing.
    Show(Option<Panel>),
    /// The user says something of a turn.
    Turn(TurnIndex, TurnEdit),
    /// A turn begins at the selected words.
    BeginTurn,
    /// The reading is to be corrected.
    Correct(Correction),
    /// A place of the source is to be shown in the transcript.
    ShowPlace(SourceSpan),
    /// A paragraph is to be brought to the top of the screen.
    GoTo(u32),
    /// The transcripts are to be looked through for open commitments now.
    GatherNow,
    /// The browser comes back to the page: it was loaded again, or one went back to it.
    Returned,
    /// All transcripts were looked through for open commitments.
    Gathered(Result<Gathered, BackendError>),
    /// Of the open commitments those given by this person, and made to that one, are shown.
    FilterCommitments(Option<String>, Option<String>),
    /// The open commitments that are shown are wanted as a file. The address is that of the page, without what stands
    /// behind its `#`.
    ExportCommitments(CommitmentsFile, String),
    /// The register is shown instead of the transcript, or no longer. Reading goes on about this paragraph, where it is
    /// known.
    ShowRegister(bool, Option<u32>),
    /// This part of the register is shown, sorted so.
    Register(RegisterView),
    /// A commitment is this item of the closing list, or none.
    ListAs(AnnotationId, Option<ReadingSpan>),
    /// An item of the closing list is to be marked as a commitment.
    MarkItem(ReadingSpan),
    /// An item of the closing list and the one before it are one.
    JoinItems(ReadingSpan, ReadingSpan),
    /// The selected words are this in the closing list.
    ItemHere(ItemCorrection),
    /// Only the turns of this speaker are shown, or all. Reading goes on about this paragraph, where it is known.
    Only(Option<SpeakerIndex>, Option<u32>),
    /// Who speaks at the caret, or in the selected words, is to be corrected.
    CorrectHere,
    /// The user has read the notice.
    Dismiss,
    /// The user needs no first steps any more.
    KnowTheWay,
    /// The next release of the page is in this browser and waits.
    ReleaseWaits,
    /// The next release is to be used now.
    UseRelease,
    /// The interface is to be in this language.
    Language(Lang),
}
