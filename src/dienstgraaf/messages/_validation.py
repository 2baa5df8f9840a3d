"""Words of validation: findings, rules, and what each kind of constraint asks: key → (Dutch, English)."""

from __future__ import annotations

from typing import Final

__all__ = ["MESSAGES"]

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "help-validate": (
        "Toets bestanden of mappen (anders de meegeleverde inventaris) aan de regels en de ontologie.\n\nElk "
        "resultaat noemt bestand, regel en kolom, wat er mis is, waarom dat telt en hoe het te herstellen is. "
        "Afsluitcodes: 0 in orde, 1 fouten gevonden, 2 verkeerd gebruik of onleesbare invoer.",
        "Check files or folders (else the shipped inventory) against the rules and the ontology.\n\nEach "
        "result names file, line and column, what is wrong, why it matters and how to mend it. Exit codes: 0 "
        "fine, 1 violations found, 2 misuse or unreadable input.",
    ),
    "help-explain": (
        "Leg een REGEL uit: wat zij vraagt, waarom, hoe te herstellen, met een goed en een fout "
        "voorbeeld.\n\nREGEL "
        "is een korte naam (entry-point-status), een naam met voorvoegsel (rule:entry-point-status) of een IRI; "
        "zonder REGEL komt er een lijst.",
        "Explain a RULE: what it asks, why, how to mend what breaks it, with a good and a bad example.\n\nRULE "
        "is a short name (entry-point-status), a prefixed name (rule:entry-point-status) or an IRI; without RULE "
        "all are listed.",
    ),
    "option-fail-on": (
        "Vanaf welke ernst de afsluitcode 1 is: violation (standaard), warning of info.",
        "From which severity the exit code is 1: violation (default), warning or info.",
    ),
    "option-shapes": (
        "Toets ook aan de SHACL-regels in dit bestand of deze map (mag vaker).",
        "Check against the SHACL rules in this file or folder too (may be repeated).",
    ),
    "option-only-shapes": (
        "Toets alleen aan de regels van --shapes, zonder iets van dienstgraaf: voor alle RDF-gegevens in Turtle.",
        "Check against the rules of --shapes alone, with nothing of dienstgraaf: for any RDF data in Turtle.",
    ),
    "option-limit-validate": (
        "Zo veel resultaten per regel en organisatie hoogstens; de rest wordt geteld (standaard 20 om te lezen, "
        "1000 in gegevens; 0 voor alle).",
        "How many results for each rule and organisation at most; the rest is counted (default 20 for reading, "
        "1000 in data; 0 for all).",
    ),
    "option-shapes-explain": (
        "Leg ook de regels in dit SHACL-bestand of deze map uit (mag vaker).",
        "Explain the rules in this SHACL file or folder too (may be repeated).",
    ),
    "option-store": (
        "Toets wat de opslag op schijf in deze map bevat (zie dienstgraaf store), zonder hem in het geheugen te laden.",
        "Check what the store on disk in this folder holds (see dienstgraaf store), without loading it into memory.",
    ),
    "help-store": (
        "Zet de inventaris in een opslag op schijf in FOLDER, voor validate --store.\n\nMet --data en PATH komt er "
        "bij: Turtle, elk bestand in een eigen graaf, en N-Quads of TriG. De map verschijnt met alles erin, of niet.",
        "Put the inventory in a store on disk in FOLDER, for validate --store.\n\n--data and PATH add to it: Turtle, "
        "each file in a graph of its own, and N-Quads or TriG. The folder appears when all is in it, or not at all.",
    ),
    "store-made": ("{quads} quads in {name}.", "{quads} quads in {name}."),
    "store-missing": (
        "{name} is geen opslag op schijf; dienstgraaf store maakt er een",
        "{name} is no store on disk; dienstgraaf store makes one",
    ),
    "store-unusable": (
        "kan de opslag {name} niet openen: {reason}; is die van een andere versie, of beschadigd?",
        "cannot open the store {name}: {reason}; is it of another version, or damaged?",
    ),
    "store-occupied": (
        "{name} bestaat al en is niet leeg; kies een nieuwe map",
        "{name} exists already and is not empty; choose a new folder",
    ),
    "validate-where": (
        "kies wat er getoetst wordt: bestanden (ook met --data), --store of --endpoint, niet twee daarvan",
        "choose what is checked: files (with --data too), --store or --endpoint, not two of these",
    ),
    "shape-term-unknown": ("{term} is geen term van SHACL. {hint}", "{term} is no term of SHACL. {hint}"),
    "no-shape-in": (
        "in {name} staat geen shape: daar zou niets aan worden getoetst",
        "{name} holds no shape: nothing would be checked by it",
    ),
    "endpoint-empty": (
        "de standaardgraaf van het endpoint is leeg: er is niets te toetsen",
        "the default graph of the endpoint is empty: there is nothing to check",
    ),
    "endpoint-not-whole": (
        "de standaardgraaf van het endpoint mist wat in benoemde grafen staat, en daar wordt getoetst; stel die in op "
        "de vereniging van alle grafen (bij Oxigraph: --union-default-graph)",
        "the default graph of the endpoint lacks what named graphs hold, and that is where is checked; set it to the "
        "union of all graphs (with Oxigraph: --union-default-graph)",
    ),
    "ontology-not-there": (
        "de ontologie van dienstgraaf is er niet, en zonder is niets te toetsen; dienstgraaf dump schrijft haar, "
        "dienstgraaf store zet haar erbij, en met --only-shapes is zij niet nodig",
        "the ontology of dienstgraaf is not there, and nothing can be checked without; dienstgraaf dump writes it, "
        "dienstgraaf store puts it there, and with --only-shapes it is not needed",
    ),
    "shape-handed": (
        "{name} is niet te vertalen naar SPARQL en is met pySHACL getoetst: {reason}",
        "{name} cannot be compiled to SPARQL and was checked by pySHACL: {reason}",
    ),
    "shape-not-there": (
        "{name} is niet te vertalen naar SPARQL, en kan dus niet bij het endpoint worden getoetst: {reason}",
        "{name} cannot be compiled to SPARQL, and so cannot be checked at the endpoint: {reason}",
    ),
    "valid-graphs": (
        "In orde: {graphs} {graphs:graaf|grafen}, geen bevindingen.",
        "Fine: {graphs} {graphs:graph|graphs}, no findings.",
    ),
    "findings-graphs": (
        "{violations} {violations:fout|fouten}, {warnings} {warnings:waarschuwing|waarschuwingen}, "
        "{infos} {infos:opmerking|opmerkingen} in {graphs} {graphs:graaf|grafen}.",
        "{violations} {violations:violation|violations}, {warnings} {warnings:warning|warnings}, "
        "{infos} {infos:note|notes} in {graphs} {graphs:graph|graphs}.",
    ),
    "check-failed": ("de toetsing kan niet worden gedaan: {reason}", "the check cannot be done: {reason}"),
    "syntax-triple-term": (
        "een triple in een triple (RDF 1.2); alleen Turtle 1.1 wordt getoetst",
        "a triple in a triple (RDF 1.2); only Turtle 1.1 is checked",
    ),
    "both": (" en ", " and "),
    "each-of-node": ("elke waarde van dit item", "each value of this item"),
    "working-folder": ("de map van waaruit getoetst is", "the folder from which the check was run"),
    "required": ("vereist: {what}", "required: {what}"),
    "only-shapes-what": (
        "--only-shapes toetst alleen aan eigen regels: geef ze met --shapes, en noem de bestanden die getoetst "
        "moeten worden",
        "--only-shapes checks against rules of your own alone: give them with --shapes, and name the files to check",
    ),
    "rule-unknown": ("er is geen regel {name!r}. {hint}", "there is no rule {name!r}. {hint}"),
    "rule-unknown-hint": ("`dienstgraaf explain` toont alle regels.", "`dienstgraaf explain` lists all rules."),
    "iri-relative": (
        "Een IRI is hier relatief, zonder @base. Herstel: schrijf haar voluit, of met een prefix.",
        "An IRI is relative here, without @base. To mend it: write it in full, or with a prefix.",
    ),
    "iri-relative-why": (
        "Wat zij noemt hangt af van waar het bestand staat: op een andere plaats is het iets anders.",
        "What it names depends on where the file lies: in another place it is something else.",
    ),
    "file-empty-why": (
        "Een leeg bestand voldoet aan elke regel en lijkt daarom in orde.",
        "An empty file meets every rule, and so looks fine.",
    ),
    "term-undefined-rule": (
        "Elke naam uit de naamruimten van dienstgraaf is gedefinieerd. Herstel: schrijf de naam zoals de "
        "ontologie haar geeft, of definieer haar.",
        "Every name from the namespaces of dienstgraaf is defined. To mend it: write the name as the ontology "
        "has it, or define it.",
    ),
    "term-undefined-why": (
        "Een verschreven naam is geldige Turtle, maar geen vraag vindt wat er staat.",
        "A misspelt name is valid Turtle, but no question finds what it says.",
    ),
    "reference-dangling-rule": (
        "Elk ding waarnaar verwezen wordt, is ergens beschreven. Herstel: verbeter de verwijzing, of beschrijf "
        "het ding.",
        "Every thing that is referred to is described somewhere. To mend it: correct the reference, or describe "
        "the thing.",
    ),
    "reference-dangling-why": (
        "Een verwijzing naar niets breekt elke keten van vragen die erlangs loopt.",
        "A reference to nothing breaks every chain of questions that runs along it.",
    ),
    "part-why": ("waarom", "why"),
    "part-mend": ("herstel", "to mend it"),
    "part-value": ("waarde", "value"),
    "part-about": ("over", "about"),
    "part-owner": ("van", "of"),
    "inside": ("{properties} van {name}", "the {properties} of {name}"),
    "inside-join": (" van ", " of the "),
    "found-values": ("gevonden in dit bestand: {count}", "found in this file: {count}"),
    "found-value": ("gevonden: {value}", "found: {value}"),
    "this-node": ("dit item", "this item"),
    "left-out": (
        "en nog {count} van deze regel bij {owner} (--limit 0 toont alle)",
        "and {count} more of this rule at {owner} (--limit 0 shows all)",
    ),
    "left-out-total": (
        "{count} {count:resultaat is|resultaten zijn} weggelaten; de tellingen tellen alle mee.",
        "{count} {count:result is|results are} left out; the counts include them.",
    ),
    "explain-hint": ("Meer over een regel: dienstgraaf explain REGEL", "More about a rule: dienstgraaf explain RULE"),
    "report-title": ("Toetsing van gegevens", "Validation of data"),
    "report-conforms": ("De gegevens voldoen.", "The data conform."),
    "report-fails": ("De gegevens voldoen niet.", "The data do not conform."),
    "syntax-rule-why": (
        "Wat niet te lezen is, is ook niet te toetsen: van dit bestand is niets gebruikt.",
        "What cannot be read cannot be checked: nothing of this file was used.",
    ),
    "syntax-rule-mend": (
        "Verbeter het bestand op deze plaats, en toets opnieuw.",
        "Correct the file at this place, and check again.",
    ),
    "shape-malformed": ("deze shape deugt niet: {reason}", "this shape is wrong itself: {reason}"),
    "malformed-shapes": (
        "{count} keer {count:deugt een shape|deugen shapes} zelf niet; wat er verder staat is niet volledig.",
        "{count} {count:fault|faults} in the shapes themselves; whatever else is said is not complete.",
    ),
    "shape-malformed-rule": ("De shape is er een volgens SHACL 1.0.", "The shape is one by SHACL 1.0."),
    "shape-malformed-why": (
        "Waarmee getoetst wordt moet zelf aan de regels van SHACL voldoen; anders zegt de uitkomst niets.",
        "What data are checked by must itself keep the rules of SHACL; otherwise the outcome says nothing.",
    ),
    "shape-malformed-mend": (
        "Verbeter de shape op deze plaats (SHACL 1.0, bijlage C), en toets opnieuw.",
        "Correct the shape at this place (SHACL 1.0, appendix C), and check again.",
    ),
    "syntax-rule": ("Het bestand is te lezen als Turtle in UTF-8.", "The file can be read as Turtle in UTF-8."),
    "rule-why": ("Waarom", "Why"),
    "rule-mend": ("Herstel", "To mend it"),
    "rule-holds": ("Voorwaarden", "Conditions"),
    "rule-for": ("Geldt voor", "Applies to"),
    "rule-path": ("Eigenschap", "Property"),
    "rule-severity": ("Ernst", "Severity"),
    "rule-good": ("Goed", "Good"),
    "rule-bad": ("Fout", "Bad"),
    "target-targetClass": ("elk item van de klasse {value}", "each item of the class {value}"),
    "target-targetSubjectsOf": ("alles met een {value}", "everything with a {value}"),
    "target-targetObjectsOf": ("elke waarde van {value}", "every value of {value}"),
    "target-targetNode": ("{value}", "{value}"),
    "rules-title": ("Regels", "Rules"),
    "column-rule": ("Regel", "Rule"),
    "column-rule-asks": ("Vraagt", "Asks"),
    # what each constraint component asks, and to which family it belongs
    "asks-class": ("elke waarde van {path} is een {value}", "each value of {path} is a {value}"),
    "asks-datatype": (
        "elke waarde van {path} heeft het datatype {value}",
        "each value of {path} has the datatype {value}",
    ),
    "asks-nodeKind": (
        "elke waarde van {path} is van de soort {value}",
        "each value of {path} is of the node kind {value}",
    ),
    "asks-minCount": (
        "{path} heeft minstens {value} {value:waarde|waarden}",
        "{path} has at least {value} {value:value|values}",
    ),
    "asks-maxCount": (
        "{path} heeft hoogstens {value} {value:waarde|waarden}",
        "{path} has at most {value} {value:value|values}",
    ),
    "asks-minExclusive": (
        "elke waarde van {path} is groter dan {value}",
        "each value of {path} is greater than {value}",
    ),
    "asks-minInclusive": ("elke waarde van {path} is minstens {value}", "each value of {path} is at least {value}"),
    "asks-maxExclusive": ("elke waarde van {path} is kleiner dan {value}", "each value of {path} is less than {value}"),
    "asks-maxInclusive": ("elke waarde van {path} is hoogstens {value}", "each value of {path} is at most {value}"),
    "asks-minLength": (
        "elke waarde van {path} telt minstens {value} {value:teken|tekens}",
        "each value of {path} has at least {value} {value:character|characters}",
    ),
    "asks-maxLength": (
        "elke waarde van {path} telt hoogstens {value} {value:teken|tekens}",
        "each value of {path} has at most {value} {value:character|characters}",
    ),
    "asks-pattern": (
        "elke waarde van {path} past op het patroon {value}",
        "each value of {path} matches the pattern {value}",
    ),
    "asks-languageIn": (
        "elke waarde van {path} is in een van de talen {value}",
        "each value of {path} is in one of the languages {value}",
    ),
    "asks-uniqueLang": ("{path} heeft hoogstens één waarde per taal", "{path} has at most one value a language"),
    "asks-equals": ("{path} heeft dezelfde waarden als {value}", "{path} has the same values as {value}"),
    "asks-disjoint": ("{path} heeft geen waarde gemeen met {value}", "{path} has no value in common with {value}"),
    "asks-lessThan": (
        "elke waarde van {path} is kleiner dan die van {value}",
        "each value of {path} is less than those of {value}",
    ),
    "asks-lessThanOrEquals": (
        "geen waarde van {path} is groter dan die van {value}",
        "no value of {path} is greater than those of {value}",
    ),
    "asks-not": ("bij {path} geldt niet: {value}", "at {path} this does not hold: {value}"),
    "asks-and": ("bij {path} geldt alles van: {value}", "at {path} all of this holds: {value}"),
    "asks-or": ("bij {path} geldt ten minste één van: {value}", "at {path} at least one of these holds: {value}"),
    "asks-xone": ("bij {path} geldt precies één van: {value}", "at {path} exactly one of these holds: {value}"),
    "asks-node": ("voor elke waarde van {path} geldt: {value}", "for each value of {path}: {value}"),
    "asks-qualifiedMinCount": (
        "minstens {value} {value:waarde|waarden} van {path} {value:voldoet|voldoen} aan de voorwaarde",
        "at least {value} {value:value|values} of {path} {value:meets|meet} the condition",
    ),
    "asks-qualifiedMaxCount": (
        "hoogstens {value} {value:waarde|waarden} van {path} {value:voldoet|voldoen} aan de voorwaarde",
        "at most {value} {value:value|values} of {path} {value:meets|meet} the condition",
    ),
    "asks-closed": (
        "er staan geen andere eigenschappen dan die de regel noemt, en {path} is een andere",
        "no properties stand here but those that the rule names, and {path} is another",
    ),
    "asks-hasValue": ("{path} heeft de waarde {value}", "{path} has the value {value}"),
    "asks-in": ("elke waarde van {path} is een van: {value}", "each value of {path} is one of: {value}"),
    "asks-sparql": ("de bevraging van de regel vindt niets", "the query of the rule finds nothing"),
    "asks-unknown": ("de voorwaarde {value} van {path} geldt", "the condition {value} on {path} holds"),
    "asks-other": ("aan de voorwaarde van de regel is voldaan", "the condition of the rule is met"),
    # why a family of constraints matters, and how to mend what breaks one
    "why-kind": (
        "Wat een vraag van dit soort ding verwacht, vindt zij anders niet.",
        "Else what a question expects of this kind of thing is not found.",
    ),
    "mend-kind": (
        "Verwijs naar zo een ding, of beschrijf het als zodanig.",
        "Refer to a thing of that kind, or describe it as one.",
    ),
    "why-form": (
        "Een waarde in een andere vorm is niet te vergelijken met die van anderen, en valt uit antwoorden weg.",
        "A value in another form cannot be compared with those of others, and drops out of answers.",
    ),
    "mend-form": ("Schrijf de waarde in de gevraagde vorm.", "Write the value in the form that is asked for."),
    "why-few": (
        "Geen antwoord vindt wat ontbreekt: het lijkt er niet te zijn.",
        "No answer can find what is missing: it looks as if it were not there.",
    ),
    "mend-few": ("Voeg toe wat ontbreekt, als het bekend is.", "Add what is missing, if it is known."),
    "why-many": (
        "Van twee waarden kan er hoogstens één kloppen, en een antwoord telt dan dubbel.",
        "Of two values one at most can be right, and an answer then counts twice.",
    ),
    "mend-many": ("Houd over wat klopt, en verwijder de rest.", "Keep what is right, and remove the rest."),
    "why-range": (
        "Een waarde buiten de grenzen is meestal een tikfout, en vertekent wat ermee berekend wordt.",
        "A value beyond the bounds is mostly a slip, and distorts what is computed with it.",
    ),
    "mend-range": ("Verbeter de waarde.", "Correct the value."),
    "why-pair": (
        "Twee eigenschappen spreken elkaar tegen, en antwoorden hangen ervan af welke men leest.",
        "Two properties contradict each other, and answers depend on which one is read.",
    ),
    "mend-pair": ("Verbeter een van beide.", "Correct one of the two."),
    "why-shape": (
        "Wie de gegevens gebruikt, rekent erop dat de regel geldt.",
        "Whoever uses the data counts on the rule.",
    ),
    "mend-shape": (
        "Vergelijk het met de regel, en verbeter wat afwijkt.",
        "Compare it with the rule, and correct what differs.",
    ),
    "why-closed": (
        "Een eigenschap die niemand verwacht, leest ook niemand; vaak is de naam verschreven.",
        "A property that nobody expects nobody reads; often its name is misspelt.",
    ),
    "mend-closed": ("Verbeter de naam, of verwijder de eigenschap.", "Correct the name, or remove the property."),
    "why-choice": (
        "Een waarde buiten de lijst herkent geen vraag.",
        "No question knows a value that is not on the list.",
    ),
    "mend-choice": ("Kies een waarde uit de lijst.", "Choose a value from the list."),
}
