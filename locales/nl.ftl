# Griffier, Nederlands. De sleutels zijn die van en.ftl; een test vergelijkt de twee, en beide met het programma.

app-name = Griffier
app-tagline = Van het verslag van een debat naar een gecontroleerd register van beweringen en toezeggingen.
skip-to-transcript = Naar het verslag
skip-to-annotations = Naar de aantekeningen
language = Taal
home = Alle verslagen
dismiss = Deze melding sluiten

## Startpagina

start-privacy = Alles blijft in deze browser. Er wordt niets verstuurd; wat u wilt delen, exporteert u.
transcript = Verslag
transcript-hint = Plak het verslag van een debat of vergadering, zoals gekopieerd uit een pdf of een webpagina. Opschonen vooraf is niet nodig.
open-transcript = Verslag openen
open-sample = Voorbeeld openen
choose-file = Kies een bestand
drop-hint = of sleep er een hierheen: een tekst, een Word-document (.docx), een webpagina of een Griffier-export (.griffier.json)
drop-here = Laat los om het bestand te openen
how-title = Zo werkt het
how-paste = Plak het verslag. Griffier zoekt wie er spreekt, voegt afgebroken regels samen en laat elke herstelling zien.
how-mark = Selecteer woorden en druk op 1 voor een bewering, 2 voor een toezegging.
how-export = Alles wordt meteen bewaard. Exporteer het als JSON, met elke markering vast aan haar woorden.
your-transcripts = Uw verslagen
transcript-untitled = Verslag zonder titel
transcript-counts =
    { $claims ->
        [one] 1 bewering
       *[other] { $claims } beweringen
    }, { $commitments ->
        [one] 1 toezegging
       *[other] { $commitments } toezeggingen
    }
transcript-changed = gewijzigd { $when }
transcript-delete = { $title } verwijderen
delete-short = Verwijderen
delete-question = Dit verslag verwijderen?
delete-consequence = “{ $title }” en alles wat erin gemarkeerd is, verdwijnt uit deze browser. Een export die u maakte, blijft zoals hij is. Dit kan niet ongedaan worden gemaakt.
delete-confirm = Verslag verwijderen
cancel = Annuleren
transcript-deleted = Verslag verwijderd
loading = Het verslag wordt geopend …
loading-cancel = Annuleren
saving = Bezig met opslaan …

## Fouten

error-empty = Er staan geen woorden in. Plak de tekst van een verslag, of kies een bestand waar die in staat.
error-not-text = Dit is geen tekstbestand: misschien een afbeelding of een geluid. Er is niets geopend. Open het in zijn eigen programma; staat er tekst in, kopieer die dan en plak die hier.
error-pdf = Dit is een pdf, en die wordt hier niet gelezen. Er is niets geopend. Open de pdf, selecteer alles, kopieer en plak de tekst hier.
error-old-word = Dit is een Word-document van de oude soort (.doc), of een met een wachtwoord, en dat wordt hier niet gelezen. Er is niets geopend. Open het in Word en bewaar het als .docx zonder wachtwoord, of kopieer de tekst en plak die hier.
error-rtf = Dit is een RTF-document, en dat wordt hier niet gelezen. Er is niets geopend. Open het in zijn eigen programma en bewaar het als .docx, of kopieer de tekst en plak die hier.
error-other-zip = Dit is een archief of een document van een ander programma, zonder Word-document erin. Er is niets geopend. Pak het uit en kies één bestand, of open het in zijn eigen programma, kopieer de tekst en plak die hier.
error-damaged-document = Dit document is beschadigd; het is waarschijnlijk niet helemaal gedownload of gekopieerd. Er is niets geopend. Haal het bestand opnieuw op, of open het in Word, kopieer de tekst en plak die hier.
error-too-large = Dit is { $size } MB; meer dan { $limit } MB wordt niet in één keer geopend. Splits het, één vergadering per keer. Er is niets veranderd.
error-file-failed = Het bestand kon niet van de schijf worden gelezen. Ga na of het er nog is en of u het mag lezen, en kies het dan opnieuw.
error-not-json = Dit bestand is geen geldige JSON en dus geen Griffier-export. Er is niets geïmporteerd. Kies een bestand dat eindigt op .griffier.json.
error-truncated = Dit bestand houdt halverwege op; het is waarschijnlijk niet helemaal gedownload of gekopieerd. Er is niets geïmporteerd. Haal het bestand opnieuw op.
error-not-griffier = Dit is een JSON-bestand, maar geen Griffier-export. Er is niets geïmporteerd. Kies een bestand dat eindigt op .griffier.json.
error-newer = Dit bestand is geschreven door een nieuwere versie van Griffier (bestandsversie { $version }). Er is niets geïmporteerd. Werk deze pagina bij en importeer het dan opnieuw.
error-damaged-file = Deze Griffier-export is beschadigd: { $part }. Er is niets geïmporteerd. Haal het bestand opnieuw op waar het vandaan kwam.
error-source-damaged = De bewaarde tekst van dit verslag is beschadigd of ontbreekt, zodat het niet kan worden getoond. Wat erin is gemarkeerd, is nog bewaard. Open hier een back-up of een export ervan, dan is het weer heel.
error-not-here = Dat verslag staat niet in deze browser. Misschien is het verwijderd, of geopend in een andere browser. Hebt u er een export van, importeer die dan.
error-damaged-records =
    { $count ->
        [one] Eén bewaarde wijziging is beschadigd en is weggelaten
       *[other] { $count } bewaarde wijzigingen zijn beschadigd en zijn weggelaten
    }; al het andere is er. De beschadigde waarden zijn niet verwijderd. Exporteer nu om te houden wat leesbaar is.
already-here = Dit verslag was er al; u ziet het met alles wat erin gemarkeerd is.
read-as-windows-1252 = Het bestand is niet in Unicode; het is gelezen als Windows-1252. Kloppen sommige letters niet, bewaar het dan als UTF-8 in het programma waar het uit komt, en open dat.
read-as-docx = Dit is de tekst van het Word-document; afbeeldingen, noten en pagina-opmaak zijn weggelaten.
read-as-html = Dit is de tekst van de webpagina, zonder afbeeldingen en opmaak.
remark-no-speakers = Er zijn geen sprekers gevonden in deze tekst; elke alinea staat daarom als eigen beurt. Markeren en exporteren werken zoals altijd.
remark-no-speech = Dit lijkt een deel van een verslag waarin niemand spreekt, zoals een opening of een lijst van stukken. Markeren en exporteren werken zoals altijd.
remark-decoded-twice = Sommige letters kloppen niet (Ã«, â€“), alsof de tekst twee keer is gedecodeerd. Onder „Hoe dit is gelezen” kunt u ze laten herstellen.
import-done =
    Geïmporteerd: { $added ->
        [one] 1 aantekening toegevoegd.
       *[other] { $added } aantekeningen toegevoegd.
    }
import-updated =
    { $count ->
        [one] 1 is gewijzigd, want het bestand heeft een latere versie.
       *[other] { $count } zijn gewijzigd, want het bestand heeft latere versies.
    }
import-known =
    { $count ->
        [one] 1 was er al.
       *[other] { $count } waren er al.
    }
import-deleted =
    { $count ->
        [one] 1 is hier later verwijderd en blijft verwijderd.
       *[other] { $count } zijn hier later verwijderd en blijven verwijderd.
    }
import-moved =
    { $count ->
        [one] Eén stond op een andere plaats dan het bestand zegt en is gezet waar haar woorden staan.
       *[other] { $count } stonden op een andere plaats dan het bestand zegt en zijn gezet waar hun woorden staan.
    }
import-nowhere =
    { $count ->
        [one] De woorden van één staan niet in het verslag; ze blijft in de lijst, zonder plaats.
       *[other] De woorden van { $count } staan niet in het verslag; ze blijven in de lijst, zonder plaats.
    }
import-unreadable =
    { $count ->
        [one] Eén regel kon niet worden gelezen en is weggelaten; in het bestand staat die nog.
       *[other] { $count } regels konden niet worden gelezen en zijn weggelaten; in het bestand staan ze nog.
    }
import-entry = Regel { $number }: { $reason }
import-source-changed = De tekst in het bestand is na het exporteren veranderd.
export-unverified =
    { $count ->
        [one] Het bestand is volledig, maar de woorden van één aantekening staan niet op haar plaats; ze is gemerkt met “verified: false”.
       *[other] Het bestand is volledig, maar de woorden van { $count } aantekeningen staan niet op hun plaats; ze zijn gemerkt met “verified: false”.
    }

## Bewaren

saved = Alle wijzigingen bewaard
not-saved-full = Niet bewaard: de opslag van deze browser is vol. Uw werk staat nog in dit tabblad. Exporteer het nu en verwijder dan een verslag om ruimte te maken.
not-saved-denied = Niet bewaard: deze browser laat de pagina niets bewaren (privémodus, of een instelling). Exporteer voordat u dit tabblad sluit.
not-saved-failed = Niet bewaard: de opslag van de browser geeft geen antwoord. Uw werk staat nog in dit tabblad. Exporteer het nu.
not-saved-gone = Niet bewaard: een ander tabblad heeft dit verslag verwijderd. Hier staat het nog; de volgende wijziging bewaart het opnieuw. Exporteer het als u zeker wilt zijn.

## Lezen

title-label = Titel
rename = Hernoemen
undo = Ongedaan maken
redo = Opnieuw uitvoeren
export = Exporteren
export-json = JSON
export-json-hint = alles, om te houden of te importeren
how-read-link =
    { $count ->
        [0] Hoe dit is gelezen
        [one] Hoe dit is gelezen: 1 herstelling
       *[other] Hoe dit is gelezen: { $count } herstellingen
    }
speakers = Sprekers
speaker-unknown = Geen spreker genoemd
speaker-share = { $share } % van de woorden
speaker-jump =
    { $turns ->
        [one] Naar de ene beurt
       *[other] Naar de volgende van { $turns } beurten
    }
turn-number = beurt { $number }
turn-range = beurten { $first }–{ $last }
in-chair = voorzitter: { $name }
meeting-start = aanvang { $time }
meeting-end = sluiting { $time }
meeting-chair = voorzitter { $name }
meeting-clerk = griffier { $name }
meeting-turns =
    { $count ->
        [one] 1 beurt
       *[other] { $count } beurten
    }
date = { $day } { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
annotate = Markeren
kind-claim = Bewering
kind-commitment = Toezegging
kind-letter-claim = B
kind-letter-commitment = T

## Aantekeningen

annotations = Aantekeningen
list-show = Lijst tonen
list-hide = Lijst verbergen
filter-all = Alles
filter-claims = Beweringen
filter-commitments = Toezeggingen
filter-label = Toon
no-annotations = Er is nog niets gemarkeerd.
no-annotations-hint = Selecteer woorden in het verslag, met de muis of met Shift en de pijltjestoetsen, en druk op 1 voor een bewering of 2 voor een toezegging.
no-annotations-shown = Geen van deze soort.
kind-marked = { $kind } gemarkeerd, { $number } van { $count }
claim-marked = Bewering gemarkeerd, { $number } van { $count }
commitment-marked = Toezegging gemarkeerd, { $number } van { $count }
nothing-selected = Selecteer eerst woorden in het verslag; druk dan op 1 voor een bewering of 2 voor een toezegging.
proposals-accepted = Voorstellen overgenomen
annotation-deleted = Aantekening verwijderd; Ongedaan maken brengt haar terug
undone = Ongedaan gemaakt: { $what }
redone = Opnieuw uitgevoerd: { $what }
nowhere = De woorden zijn niet gevonden in het verslag
field-summary = Samenvatting
field-note = Notitie
field-due = Termijn, zoals uitgesproken
field-due-hint = bijvoorbeeld: voor de zomer
field-due-date = Datum
field-to = Aan wie
field-to-hint = namen, gescheiden door komma’s
field-by = Toegezegd door
field-condition = Op voorwaarde dat
field-fulfilled-by = Voldaan met
field-fulfilled-on = Voldaan op
field-tags = Labels
field-tags-hint = gescheiden door komma’s
proposal = Voorstel: { $words }
proposal-accept = Overnemen
proposal-accept-words = Overnemen: { $words }
proposal-decline = Nee
proposal-decline-words = Nee, niet voorstellen: { $words }
why-named = werd net genoemd
why-spoke-before = sprak het laatst voor deze beurt
why-house = wordt in de woorden genoemd
how-day = de genoemde dag
how-end-of-month = de laatste dag van de maand
how-beginning-of-month = de tiende, voor het begin van de maand
how-middle-of-month = de vijftiende, voor het midden van de maand
how-before-month = de dag voor de maand begint
how-end-of-quarter = de laatste dag van het kwartaal
how-end-of-half = de laatste dag van het halfjaar
how-beginning-of-year = eind maart, voor het begin van het jaar
how-middle-of-year = eind juni, voor het midden van het jaar
how-end-of-year = de laatste dag van het jaar
how-before-year = de dag voor het jaar begint
how-end-of-week = de vrijdag van die week
how-counted = geteld vanaf de dag van de vergadering
how-season = de laatste dag van het seizoen, volgens de kalender
how-before-season = de dag voor het seizoen begint, volgens de kalender
how-feast = volgens de kalender
how-recess = geen datum: wanneer het reces is, is hier niet bekend
how-event = geen datum: wanneer dat is, is hier niet bekend
how-repeats = geen datum: telkens weer
how-vague = geen datum in deze woorden
field-certainty = Zekerheid
field-status = Status
field-type = Waarover
field-check = Controle
field-sources = Bronnen
field-sources-hint = één per regel
delete-annotation = Verwijderen
show-in-text = Toon in de tekst
certainty-firm = hard
certainty-soft = zacht
status-open = openstaand
status-fulfilled = voldaan
status-partly = deels voldaan
status-lapsed = vervallen
type-figure = cijfer
type-law = wet
type-record = wat er gebeurde
type-cause = oorzaak
type-comparison = vergelijking
type-prediction = voorspelling
type-other = anders
check-unchecked = niet nagegaan
check-checking = wordt nagegaan
check-supported = klopt
check-refuted = weerlegd
check-mixed = deels juist
check-unverifiable = niet na te gaan

## Herstellingen

repairs = Herstellingen
repairs-intro = De geplakte tekst is bewaard zoals hij was. Op deze plaatsen wijkt de tekst hier af; posities in een export verwijzen naar beide.
repair-hyphen = Afgebroken woorden samengevoegd
repair-hyphen-kept = Samenstellingen samengevoegd, met hun streepje
repair-line-break = Regeleinden binnen een alinea
repair-page-break = Pagina-einden binnen een alinea
repair-page-furniture = Regels van de pagina weggelaten
repair-blank = Losse spaties
repair-invisible = Tekens die niemand ziet
repair-decoding = Twee keer gedecodeerde letters, hersteld
repair-glued = Koppen losgemaakt van de woorden waaraan ze vastzaten
repair-markup = Tekens van het bestandsformaat weggelaten
repair-repeated = Regels die ondertitels herhalen
repairs-none = Er hoefde niets te worden hersteld.
repairs-more =
    { $count ->
        [one] en nog 1
       *[other] en nog { $count }
    }
close = Sluiten

## Toetsen

keys = Toetsen
help-steps = Zo werkt u hier
help-open = Plak het verslag op de startpagina, of kies een bestand. Griffier zoekt wie er wanneer spreekt. Boven de tekst ziet u hoe die is gelezen: elke herstelling kan worden teruggedraaid, en u kunt verbeteren wie er spreekt, waar een spreekbeurt begint en wat geen kop is.
help-select = Selecteer woorden met de muis, met een vinger, of met de cursor en de toetsen hieronder. Hele woorden worden genomen, tenzij u Alt ingedrukt houdt.
help-mark = Zeg wat de woorden zijn met een toets of met de knoppen ernaast. Griffier stelt voor aan wie, wanneer en op welke vraag, en zegt waarom; niets telt voordat u het overneemt. Woorden die elders hetzelfde zeggen, worden een vermelding bij dezelfde markering.
help-list = In de lijst staat elke markering, met wat u ervan weet. De lijst kan worden gefilterd en gegroepeerd. Elke handeling kan ongedaan worden gemaakt, duizend keer, ook na opnieuw laden.
help-register = Register, boven de lijst, toont de toezeggingen en beweringen als tabellen om in te vullen, de lijst van de voorzitter naast uw markeringen, en cijfers van de vergadering. De startpagina leidt naar wat in alle verslagen nog openstaat.
help-export = Met Exporteren krijgt u een bestand met de tekst en elke markering, vast aan haar woorden. Open het weer op de startpagina, in elke browser.
help-kept = Wat er wordt bewaard, en waar
help-stored = Alles wordt bewaard in deze browser terwijl u werkt, en nergens anders. Er wordt niets verstuurd. Wie deze browser op deze computer gebruikt, kan het zien; een privévenster vergeet het, en een browser waarvan de sitegegevens worden gewist ook.
help-tabs = Een verslag kan in twee tabbladen open zijn: elk laat meteen zien wat in het andere gebeurt.
help-full = Browsers geven een pagina plaats voor zo’n vijf miljoen tekens, en de startpagina zegt hoeveel daarvan bezet is. Is het vol, dan gaat er niets verloren: u wordt gevraagd te exporteren. Bewaar daar af en toe een back-up van alles.
help-offline = Is de pagina hier eenmaal geweest, dan werkt ze zonder netwerk. Een nieuwe versie komt vanzelf en wordt vanaf het volgende bezoek gebruikt.
help-together = Twee mensen kunnen aan hetzelfde verslag werken: ieder exporteert, en wie het bestand van de ander opent, krijgt diens markeringen bij de eigen. Waar beiden hetzelfde wijzigden, telt de laatste wijziging, en de andere is één keer ongedaan maken ver.
help-files = Wat kan worden geopend
help-reads = Verslagen van parlementen, notulen, interviews en ondertitels, als platte tekst, Word-document (.docx), webpagina, WebVTT of SRT; ook bestanden die Griffier exporteerde. Kopieer van een pdf de tekst.
help-repairs = Wat u geeft, blijft zoals het is, letter voor letter. Wat u ziet, is alleen om te lezen in orde gebracht (een woord dat aan het eind van een regel was afgebroken, het nummer van een bladzijde), en de lijst van herstellingen laat elke plaats zien.
help = Hulp en toetsen
help-intro = In het verslag verplaatsen de pijltjestoetsen een cursor; met Shift selecteren ze, met Ctrl gaan ze per woord.
shortcut-claim = Markeer de selectie als bewering
shortcut-commitment = Markeer de selectie als toezegging
shortcut-next = Volgende aantekening
shortcut-previous = Vorige aantekening
shortcut-edit = Vul de gekozen aantekening in
shortcut-erase = Verwijder de gekozen aantekening
shortcut-undo = Ongedaan maken
shortcut-redo = Opnieuw uitvoeren
shortcut-leave = Verlaat: de selectie, de aantekening, een paneel
shortcut-help = Deze hulp

# Hoe het transcript is gelezen
format-captions = Ondertitels (WebVTT of SRT)
format-dutch-report = Verslag van een Nederlands Kamerdebat
format-dutch-summary = Samenvatting van een Nederlands commissieoverleg
format-belgian-report = Verslag van het Belgische parlement
format-congressional-record = Congressional Record of gedrukte hoorzitting
format-hansard = Verslag van een parlement (Hansard en dergelijke)
format-named-lines = Namen vóór wat er wordt gezegd
format-plain = Tekst zonder sprekers
role-chair = Voorzitter
role-member = Lid
role-government = Regering
role-guest = Gast, of niet bekend
language-nl = Nederlands
language-en = Engels
language-fr = Frans
language-de = Duits
language-und = Niet bekend

# Hoe het is gelezen, en dat verbeteren
how-read = Hoe dit is gelezen
reason-headings =
    { $count ->
        [one] Gelezen als: { $format }. Er is één kop zoals „{ $example }”.
       *[other] Gelezen als: { $format }. Er zijn { $count } koppen zoals „{ $example }”.
    }
reason-sentences = Gelezen als: { $format }. De alinea’s beginnen met wie er spreekt.
reason-none = Gelezen als: { $format }. Er zijn geen koppen met de naam van een spreker gevonden.
reason-by-hand = Gelezen als: { $format }. Dat hebt u gekozen.
format-label = Soort tekst
language-label = Taal van de tekst
reason-found =
    { $turns ->
        [one] { $speakers ->
            [0] 1 spreekbeurt, geen sprekers.
            [one] 1 spreekbeurt, 1 spreker.
           *[other] 1 spreekbeurt, { $speakers } sprekers.
        }
       *[other] { $speakers ->
            [0] { $turns } spreekbeurten, geen sprekers.
            [one] { $turns } spreekbeurten, 1 spreker.
           *[other] { $turns } spreekbeurten, { $speakers } sprekers.
        }
    }
as-found = Zoals Griffier het vindt
as-found-format = Gevonden: { $format }
as-found-language = Gevonden: { $language }
decoding-offer = Twee keer gedecodeerde letters herstellen: tweeÃ«n wordt tweeën
repairs-off = Herstellingen die u hebt teruggedraaid
repair-make = Dit herstellen
repair-undo = Laten zoals het was
repair-show = In de tekst tonen
by-hand = Met de hand verbeterd
by-hand-no-turn = Geen kop: „{ $words }”
by-hand-turn = Een spreekbeurt begint bij „{ $words }”
by-hand-turn-by = Een spreekbeurt begint bij „{ $words }”: { $name }
by-hand-same = { $name } is dezelfde persoon als { $other }
by-hand-is = { $name } is { $other }
by-hand-as-found = Zoals het is gevonden
no-turn-here = Zet eerst de cursor in een spreekbeurt; dan opent w wie daar spreekt.
no-caret = Zet eerst de cursor in het verslag, met de muis of met Tab en de pijltjestoetsen.
shortcut-sentence = De zin bij de cursor selecteren; nog eens, ook de volgende
shortcut-accept = De voorstellen voor de gekozen aantekening overnemen, en verder lezen
shortcut-correct = Verbeteren wie er bij de cursor spreekt
inset-motion = Motie
inset-closing-list = Lijst van toezeggingen
turn-here = Nieuwe beurt
shortcut-turn = Bij de geselecteerde woorden een nieuwe spreekbeurt beginnen
reading-corrected = Lezing verbeterd
correct-turn = Spreekbeurt { $number } verbeteren
correct-title = Spreekbeurt { $number } verbeteren
correct-heading = Gelezen als kop: „{ $heading }”
correct-person =
    { $turns ->
        [one] Wie dit is
       *[other] Wie dit is, in alle { $turns } spreekbeurten
    }
person-name = Naam
person-party = Partij of groep
person-role = Rol
person-function = Functie
person-keep = Bewaren
correct-other = Er spreekt iemand anders
other-listed = Een van de sprekers
other-choose = Kies…
other-new = Of een naam
other-this-turn = In deze spreekbeurt
other-everywhere =
    { $turns ->
        [one] Overal waar { $name } spreekt
       *[other] In alle { $turns } spreekbeurten van { $name }
    }
correct-no-heading = Dit is geen kop
correct-no-turn = Hier begint geen beurt
correct-own-person = „{ $heading }” is iemand anders
correct-as-found = Deze beurt en deze spreker zoals ze zijn gevonden

# Delen, randen en vermeldingen van een aantekening.
pieces =
    { $count ->
        [one] De gemarkeerde woorden
       *[other] De gemarkeerde woorden: { $count } delen
    }
pieces-hint = Selecteer andere woorden en druk op a om ze toe te voegen. Versleep de grepen in de tekst om een rand te verplaatsen.
mentions =
    { $count ->
        [0] Vermeldingen
       *[other] Vermeldingen ({ $count })
    }
mentions-hint = Waar hetzelfde nog eens wordt gezegd, of erom wordt gevraagd: selecteer daar de woorden en druk op m.
mention-role = Wat ze doet
mention-repeat = herhaalt
mention-supplement = vult aan
mention-confirmation = bevestigt
mention-listed = staat op de lijst
mention-asked = vraagt erom
chain = Van vraag tot toezegging
chain-promise = zegt het toe
asked-just-before = sprak vlak ervoor
passage-show = “{ $words }” in de tekst tonen
passage-remove = “{ $words }” weghalen
edge-begin = Begin
edge-begin-back = Begin een woord terug
edge-begin-forward = Begin een woord verder
edge-end = Einde
edge-end-back = Einde een woord terug
edge-end-forward = Einde een woord verder
edge-moved = De gemarkeerde woorden: { $words }
piece-added = Woorden toegevoegd: { $words }
mention-added = Vermelding toegevoegd
passage-removed = Passage weggehaald
nothing-chosen = Kies eerst een aantekening; dan voegt a de geselecteerde woorden eraan toe, en m als vermelding.
add-piece = Woorden erbij
add-mention = Vermelding
shortcut-piece = De geselecteerde woorden aan de gekozen aantekening toevoegen
shortcut-mention = De geselecteerde woorden als vermelding aan de gekozen aantekening toevoegen
shortcut-begin-back = Begin van de gekozen aantekening een woord terug
shortcut-begin-forward = Begin van de gekozen aantekening een woord verder
shortcut-end-back = Einde van de gekozen aantekening een woord terug
shortcut-end-forward = Einde van de gekozen aantekening een woord verder
shortcut-passage = Volgende passage van de gekozen aantekening

# Wat de lijst toont, en hoe.
filter-more =
    { $count ->
        [0] Filteren en groeperen
       *[other] Filteren en groeperen ({ $count })
    }
filter-clear = Wissen
filter-shown = { $shown } van { $all }
filter-any = Alle
filter-speaker = Spreker
filter-party = Fractie
filter-tag = Label
filter-without-date = Toezeggingen zonder datum
grouping = Groeperen
grouping-text = Niet: in de volgorde van de tekst
grouping-turn = Per spreekbeurt
grouping-speaker = Per spreker
grouping-status = Per status
group-none = Overige

# Het codeboek.
codebook = Codeboek
codebook-intro = Wat er wordt gemarkeerd, en als wat. Eigen soorten krijgen een knop en een toets en gaan mee met het geëxporteerde bestand.
codebook-kinds = Eigen soorten
codebook-tags = Labels
codebook-no-tags = Labels typt u in de velden van een aantekening. De gebruikte labels staan hier, om ze overal tegelijk een andere naam te geven of weg te halen.
codebook-changed = Codeboek gewijzigd
guide-commitment = Een bewindspersoon (in andere vergaderingen: iedereen) bindt zichzelf, of het ministerie waarvoor hij of zij verantwoordelijk is, aan iets waaraan men later te houden is: een brief of cijfers sturen, er op een genoemd moment of in een genoemd stuk op terugkomen, iets nagaan, het bij iemand aankaarten, iets wijzigen of toevoegen.
guide-commitment-not = Niet: er later in hetzelfde debat op terugkomen, werk dat alleen wordt beschreven, wat een ander zal doen, een Kamerlid dat aan een toezegging herinnert of erom vraagt, een weigering, het oordeel over een motie, wat de voorzitter over de orde zegt.
guide-certainty = Hard: een stellige toezegging. Zacht: een voornemen zonder duidelijk resultaat (“ik ga kijken of …”).
guide-claim = Een feitelijke bewering, van wie ook, die met bronnen te controleren is en ertoe doet: een cijfer of een trend, wat een wet of een rapport zegt, wat er gebeurd of besloten is, een oorzaak die als feit wordt gebracht, een vergelijking met elders of vroeger.
guide-claim-not = Niet: een mening, een wens, een voornemen, een vraag zonder feit erin, procedure, beleefdheden.
guide-words = Markeer de kortste reeks hele woorden die de uitspraak draagt.
kind-name = Naam
kind-key = Toets
kind-colour = Kleur
kind-help = Wanneer iets zo te markeren
kind-new = Nieuwe soort
kind-add = Soort toevoegen
kind-keep = Bewaren
kind-remove = Verwijderen
kind-in-use =
    { $count ->
        [one] Eén aantekening is van deze soort
       *[other] { $count } aantekeningen zijn van deze soort
    }
kind-name-missing = Een soort heeft een naam nodig.
kind-name-taken = Zo heet al een andere soort.
colour-blue = Blauw
colour-violet = Paars
colour-pink = Roze
colour-red = Rood
colour-brown = Bruin
colour-grey = Grijs
tag-uses =
    { $count ->
        [one] { $tag } (1 aantekening)
       *[other] { $tag } ({ $count } aantekeningen)
    }
tag-remove = Overal weghalen
tag-renamed =
    { $count ->
        [one] Eén aantekening gewijzigd
       *[other] { $count } aantekeningen gewijzigd
    }
tag-comma = Een komma scheidt labels; laat die weg.
tag-too-long = Een label heeft hooguit { $limit } tekens. Wat u typte blijft staan, maar wordt pas bewaard als het korter is.
too-long = Hooguit { $limit } tekens.
error-no-such-day = Die dag bestaat niet. De eerder bewaarde datum blijft staan.
tags-in-use = Gebruikte labels, om toe te voegen
whole-sentence = Hele zin

# Toetsen.
caret-move = De cursor in het verslag verplaatsen; ook Home, End, Page Up en Page Down
caret-words = Per woord; met ↑ ↓ per alinea
caret-select = Vanaf de cursor selecteren
caret-exact = Op de letter selecteren: zonder Alt worden hele woorden gemarkeerd
help-changeable = Toetsen die u kunt wijzigen
help-changeable-hint = Typ een andere letter, een cijfer of een teken in een veld. Ze werken zolang u niet in een tekstveld typt.
help-letters = Losse letters, cijfers en tekens zijn sneltoetsen
help-reset = Alles zoals het was
key-one = Eén letter, cijfer of teken.
key-taken = Dat is de toets voor: { $what }
shortcut-copy = Het gekozen citaat met bron kopiëren
shortcut-hide = De markeringen verbergen of weer tonen
hide-marks = Markeringen verbergen
marks-hidden = Markeringen verborgen
marks-shown = Markeringen zichtbaar
copy-quote = Citaat kopiëren
quote-copied = Het citaat is gekopieerd, met spreker, vergadering en link, klaar om te plakken.
quote-not-copied = De browser laat deze pagina niet kopiëren. Selecteer het citaat hier en kopieer het: { $text }
error-annotation-not-here = Deze aantekening staat niet (meer) in het verslag. Misschien is ze verwijderd nadat de link werd gemaakt.

# Wat er is gedaan.
history = Geschiedenis
undo-what = Ongedaan maken: { $what }
redo-what = Opnieuw: { $what }
nothing-to-do = Niets
did-mark = { $kind } gemarkeerd: “{ $words }”
did-mark-many = { $count } aantekeningen gemarkeerd
did-delete = { $kind } verwijderd: “{ $words }”
did-words = Woorden gewijzigd: “{ $words }”
did-mentions = Vermeldingen gewijzigd: “{ $words }”
did-summary = Samenvatting gewijzigd: “{ $words }”
did-note = Notitie gewijzigd: “{ $words }”
did-tags = Labels gewijzigd: “{ $words }”
did-status = Status gewijzigd: “{ $words }”
did-fields = Velden gewijzigd: “{ $words }”
did-many = { $count } aantekeningen gewijzigd
did-title = Titel gewijzigd
did-closing-list = Lijst van toezeggingen verbeterd
did-reading = Lezing verbeterd
did-kind = Codeboek gewijzigd
kind-own = { $name }

# Zoeken.
find = Zoeken
find-field = Zoeken in tekst en aantekeningen
find-next = Volgende plaats
find-previous = Vorige plaats
find-close = Sluiten en naar de getoonde plaats gaan
find-pattern = Reguliere expressie
find-count = { $current } van { $all } in de tekst
find-nothing = Niet in de tekst
find-annotations =
    { $count ->
        [one] 1 aantekening
       *[other] { $count } aantekeningen
    }
find-mark = Elke vindplaats markeren:
find-bad-pattern = Dat is geen reguliere expressie: { $told }
find-large-pattern = Dit patroon beschrijft te veel om in redelijke tijd te doorzoeken. Maak een herhaling erin kleiner.
found-marked =
    { $known ->
        [0] { $count } plaatsen gemarkeerd
       *[other] { $count } plaatsen gemarkeerd; { $known } waren het al
    }
found-too-many = Meer dan { $limit } plaatsen: te veel om in één keer te markeren. Zoek iets preciezers.
shortcut-find = Zoeken

# Het overzicht.
parts = Onderdelen van de vergadering
part-opening = Opening
part-closing = Sluiting
part-suspension = Schorsing
part-suspension-times = Geschorst { $from }–{ $to }
part-motion = Motie { $facts }
part-answer = Beantwoording
part-second-term = Tweede termijn
speaker-marks =
    { $count ->
        [one] 1 markering
       *[other] { $count } markeringen
    }
only-speaker = Alleen { $speaker }
only-line = Alleen { $speaker }: { $turns } van { $all } beurten.
only-shown = Alleen deze spreker wordt getoond
all-shown = Alle beurten worden getoond
show-all = Alles tonen

back-up = Back-up van alles bewaren
back-up-hint = Eén bestand met alle verslagen en alles wat daarin is gemarkeerd. Open het hier, in deze of een andere browser; er komt niets dubbel in.
restore-done =
    { $count ->
        [0] De back-up is geopend.
        [one] De back-up is geopend: 1 verslag toegevoegd.
       *[other] De back-up is geopend: { $count } verslagen toegevoegd.
    }
restore-merged =
    { $count ->
        [one] 1 verslag was hier met minder erin, en heeft nu wat in beide is gedaan.
       *[other] { $count } verslagen waren hier met minder erin, en hebben nu wat in beide is gedaan.
    }
restore-known =
    { $count ->
        [one] 1 verslag was hier al zoals het in het bestand staat.
       *[other] { $count } verslagen waren hier al zoals ze in het bestand staan.
    }
restore-damaged =
    { $count ->
        [one] 1 verslag is in het bestand beschadigd en is weggelaten.
       *[other] { $count } verslagen zijn in het bestand beschadigd en zijn weggelaten.
    }
restore-stopped = Niet alles uit de back-up paste in deze browser. Wat in de lijst staat, is heel. Maak ruimte en open de back-up dan opnieuw.
error-not-backup = Deze back-up is beschadigd of afgebroken. Er is niets veranderd. Haal het bestand opnieuw op waar het vandaan kwam.
transcript-room = { $percent } % van de ruimte
room-taken = { $percent } % van de ruimte die browsers geven, is bezet.
not-saved-newer = Niet bewaard: wat in deze browser staat, is geschreven door een nieuwere versie van Griffier. U kunt het hier lezen en exporteren; er wordt niets aan veranderd. Laad de pagina opnieuw om de nieuwere versie te krijgen.
export-reminder =
    { $count ->
        [one] 1 aantekening is
       *[other] { $count } aantekeningen zijn
    } nieuw of gewijzigd sinds dit verslag { $days } dagen geleden voor het laatst is geëxporteerd. Wat in een browser staat, gaat verloren met die browser: exporteer het, of bewaar op de startpagina een back-up van alles.
export-reminder-never = Dit verslag heeft { $count } aantekeningen, waarvan de eerste { $days } dagen oud is, en is nog nooit geëxporteerd. Wat in een browser staat, gaat verloren met die browser: exporteer het, of bewaar op de startpagina een back-up van alles.
export-now = Nu exporteren
release-waits = Er staat een nieuwe versie van Griffier klaar. Uw werk blijft zoals het is. Bij uw volgende bezoek wordt ze gebruikt, of nu meteen.
release-use = Nu gebruiken

# First steps.
steps-enough = Ik weet de weg
step-select = { $keys ->
    [none] Voor het eerst hier? Selecteer enkele woorden.
   *[some] Voor het eerst hier? Selecteer enkele woorden: sleep eroverheen, of zet de cursor in een zin en druk op { $sentence }.
}
step-mark = { $keys ->
    [none] Zeg nu wat het is, met de knoppen bij de woorden.
   *[some] Zeg nu wat het is: druk op { $claim } voor een bewering of { $commitment } voor een toezegging, of gebruik de knoppen bij de woorden.
}
step-commitment = Dat is een bewering. Wat u ervan weet, kunt u in de lijst invullen. { $keys ->
    [none] Markeer nu iets wat wordt toegezegd als toezegging.
   *[some] Escape brengt u terug naar de tekst. Selecteer nu iets wat wordt toegezegd en druk op { $commitment }.
}
step-claim = Dat is een toezegging. Wat u ervan weet, kunt u in de lijst invullen. { $keys ->
    [none] Markeer nu iets wat na te gaan is als bewering.
   *[some] Escape brengt u terug naar de tekst. Selecteer nu iets wat na te gaan is en druk op { $claim }.
}
step-example = Toon een voorbeeld
step-export = Beide staan in de lijst, en alles is bewaard in deze browser. Met Exporteren krijgt u een bestand met alles erin. Meer staat in de hulp, achter het vraagteken.
start-one-file = Neem Griffier mee als één bestand dat zonder server werkt.

## Het register

register = Register
register-leave = Verslag
register-parts = Delen van het register
register-commitments = Toezeggingen
register-claims = Beweringen
register-closing-list = Lijst van de voorzitter
register-figures = Cijfers
register-no-commitments = Er is nog geen toezegging gemarkeerd. Selecteer in het verslag de woorden ervan en druk op 2.
register-no-claims = Er is nog geen bewering gemarkeerd. Selecteer in het verslag de woorden ervan en druk op 1.
column-number = Nr.
column-claim = Bewering
column-due = Wanneer
column-mentions = Vermeldingen
closing-none = In dit verslag is geen lijst van toezeggingen gevonden. Leest de voorzitter er een voor, selecteer daar dan elk punt en kies “Punt van de lijst”.
closing-confirmed = Op de lijst en gemarkeerd
closing-unlisted = Gemarkeerd, niet op de lijst
closing-unmarked = Op de lijst, niet gemarkeerd
closing-mark = Markeer als toezegging
closing-own-item = Een punt op zich
closing-part = Deel van het vorige punt
closing-join = Voeg samen met het vorige
closing-no-item = Geen punt
closing-amended = Later gezegd:
closing-item-here = Punt van de lijst
match-item = Punt { $number }?
match-words = dezelfde woorden: { $words }
match-due = dezelfde datum
match-person = dezelfde persoon: { $name }
match-none = Op geen lijst
match-choose = Kies het punt
match-item-name = Punt
listed-as = Genoteerd als op de lijst
listed-not = Genoteerd als niet op de lijst
item-marked = Punt gemarkeerd als toezegging
skip-to-register = Naar het register
register-none = Geen.
export-spreadsheet = Register als rekenblad (CSV)
export-hint-spreadsheet = Toezeggingen en beweringen in één tabel, voor Calc, een database of een Engelstalige Excel.
export-spreadsheet-semicolons = Register als rekenblad met puntkomma’s (CSV)
export-hint-spreadsheet-semicolons = Hetzelfde, voor Excel met Nederlandse of Belgische instellingen (met een decimale komma).
export-markdown = Register als tekst (Markdown)
export-hint-markdown = Om te lezen, of voor in een notitie.
export-calendar = Termijnen als agenda (.ics)
export-hint-calendar = Elke openstaande toezegging met een datum, voor Outlook en andere agenda’s.
export-house = Toezeggingen zoals de Kamer ze heeft (JSON)
export-hint-house = In de vorm van de open data van de Tweede Kamer.
export-fact-check = Beweringen voor factcheckers (JSON-LD)
export-hint-fact-check = Zoals schema.org ze kent; met een oordeel waar dat er is.
column-kind = Soort
column-words = Woorden
column-party = Partij
column-turn = Beurt
column-asked-by = Gevraagd door
column-asked-turn = Gevraagd in beurt
column-link = Link
figure-speakers = Woorden per spreker
figure-parties = Woorden per partij
figure-along = Beweringen en toezeggingen in de loop van de vergadering
figure-addressees = Toezeggingen per geadresseerde en status
figure-table = Als tabel
figure-spoken = { $words ->
    [one] 1 woord
   *[other] { $words } woorden
} · { $turns ->
    [one] 1 beurt
   *[other] { $turns } beurten
}
figure-speakers-said = Staven. De meeste woorden, { $words } van de { $all }, zijn gesproken door: { $name }. De tabel eronder heeft alles.
figure-along-said = Kolommen in de loop van de vergadering. { $claims ->
    [one] 1 bewering
   *[other] { $claims } beweringen
}, { $commitments ->
    [one] 1 toezegging
   *[other] { $commitments } toezeggingen
}; het grootste aantal in één stuk, { $most }, in { $turns }. De tabel eronder heeft alles.
figure-addressees-said = Staven. De meeste toezeggingen, { $count }, zijn gedaan aan: { $name }. De tabel eronder heeft alles.
figure-addressees-nobody = Staven. Bij { $count ->
    [one] 1 toezegging
   *[other] { $count } toezeggingen
} is niemand ingevuld aan wie ze is gedaan. De tabel eronder heeft alles.
figure-shown = De { $shown } langste van { $all } staven zijn getekend; de tabel heeft alles.
figure-nobody = In dit verslag spreekt niemand.
figure-no-marks = Er is nog geen bewering en geen toezegging gemarkeerd.
figure-no-commitments = Er is nog geen toezegging gemarkeerd.
figure-to-nobody = Niemand ingevuld
figure-begin = Begin
figure-end = Einde
voice-unnamed = Zonder naam
voice-no-party = Zonder partij
column-turns = Beurten
column-share = Aandeel
percent = { $number } %
number = { $number }

## Open commitments of all transcripts

open-title = Openstaande toezeggingen
open-hint = Wat nog moet gebeuren, uit alle verslagen in deze browser; wat het eerst moet, staat bovenaan.
open-link = Openstaande toezeggingen uit alle verslagen
open-none = Er staat niets open: geen verslag in deze browser heeft een toezegging die nog moet worden nagekomen.
open-failed = De opslag van deze browser kon niet worden gelezen. Wat hier ontbreekt, is niet weg: probeer het later opnieuw.
gathering = Alle verslagen worden doorzocht …
open-everybody = Iedereen
open-shown =
    { $count ->
        [0] Geen toezeggingen
        [one] 1 toezegging
       *[other] { $count } toezeggingen
    }
open-late = te laat
open-damaged =
    { $count ->
        [one] Niet alles van één verslag kon worden gelezen; wat erin staat, kan hier ontbreken. Open het om meer te weten.
       *[other] Niet alles van { $count } verslagen kon worden gelezen; wat erin staat, kan hier ontbreken. Open ze om meer te weten.
    }
open-file = openstaande-toezeggingen
open-spreadsheet = Rekenblad (CSV)
open-spreadsheet-semicolons = Rekenblad met puntkomma’s (CSV)
open-calendar = Termijnen als agenda (.ics)
open-hint-spreadsheet = Voor Calc, een database of een Engelstalige Excel.
open-hint-spreadsheet-semicolons = Voor Excel met Nederlandse of Belgische instellingen (met een decimale komma).
open-hint-calendar = Van elke toezegging met een datum, voor Outlook en andere agenda’s.
column-meeting = Vergadering
column-meeting-date = Datum van de vergadering
