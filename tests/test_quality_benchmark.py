"""The measuring on public data: each score on a few made-up lines in the shape of the set, and what is said without data."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.quality_data import (
    citations,
    context_cases,
    cue_loading,
    factuality,
    negation,
    news,
    plover,
    treebanks,
)
from benchmarks.quality_data.figures import Figure, f_score


def put(data: Path, name: str, text: str) -> None:
    path = data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("measure", [one for one in quality.MEASURES if one.files], ids=lambda one: one.word)
def test_without_its_files_a_figure_is_not_measured_and_says_why(measure: quality.Measure, tmp_path: Path) -> None:
    figures = measure.run(tmp_path)
    assert [figure.name for figure in figures] == list(measure.names)
    assert all(figure.value is None and measure.files[0] in figure.why for figure in figures)


def test_a_bar_that_is_reached_missed_or_not_there() -> None:
    assert Figure("a", 0.95, 0.931, strict=True).holds is True
    assert Figure("a", 0.931, 0.931, strict=True).holds is False
    assert Figure("a", 0.97, 0.97).holds is True
    assert Figure("errors", 0.7, 0.611, below=True).holds is False
    assert Figure("alarms", 0, 0, below=True).holds is True
    assert Figure("reported", 0.4).holds is None
    assert Figure("absent", bar=1.0).holds is None


def test_precision_recall_and_f1_of_counts() -> None:
    assert f_score(2, 4, 2) == (0.5, 1.0, pytest.approx(2 / 3))
    assert f_score(0, 0, 3) == (0.0, 0.0, 0.0)


TRIGGERS = "no\t\t[PREN]\nno increase\t\t[PSEU]\nwas absent\t\t[POST]\nexcept for\t\t[CONJ]\nperhaps\t\t[PREP]\n"


@pytest.mark.parametrize(
    ("sentence", "term", "negated"),
    [
        ("There was no RUST on the hull.", "rust", True),
        ("There was no rust and no MOULD anywhere.", "mould", True),
        ("There was no increase in RUST this year.", "rust", False),
        ("The RUST was absent.", "rust", True),
        ("There was no paint except for RUST near the bow.", "rust", False),
        ("There was no   paint.  The hull had RUST.", "rust", False),
    ],
)
def test_cues_of_somebody_else_run_through_our_engine(sentence: str, term: str, negated: bool) -> None:
    lexicon = negation.words("en", negation.cue_rows(TRIGGERS.splitlines()))
    assert negation.is_negated(sentence, term, lexicon) is negated


def test_the_score_of_negation(tmp_path: Path) -> None:
    put(tmp_path, negation.TRIGGERS, TRIGGERS)
    rows = [
        "No\tConcept\tSentence\tNegation",
        "1\trust\tThere was no RUST.\tNegated",
        "2\trust\tThere was RUST.\tAffirmed",
    ]
    put(tmp_path, negation.ROWS, "\n".join(rows) + "\n")
    (figure,) = negation.MEASURE.run(tmp_path)
    assert (figure.value, figure.holds) == (1.0, True)


CONLL = (
    "0\tMinisters\t_\tNNS\n1\tsigned\t{signed}\tVBD\n2\tit\t_\tPRP\n3\t.\t_\t.\n\n"
    "0\tThey\t_\tPRP\n1\tdid\t_\tVBD\n2\tnot\t_\tRB\n3\tsign\t{unsigned}\tVB\n4\tit\t_\tPRP\n\n"
    "0\tThey\t_\tPRP\n1\twill\t_\tMD\n2\tsign\t{future}\tVB\n3\tit\t_\tPRP\n\n"
)


def test_events_are_read_with_their_place_and_number() -> None:
    found = list(factuality.read_events(CONLL.format(signed="3.0", unsigned="-3.0", future="1.5").splitlines()))
    assert [(event.text[event.start : event.end], event.gold) for event in found] == [
        ("signed", 3.0),
        ("sign", -3.0),
        ("sign", 1.5),
    ]


def test_what_happened_what_did_not_and_what_will_stand_apart() -> None:
    lexicon = factuality.words("en")
    events = factuality.read_events(CONLL.format(signed="3", unsigned="-3", future="1").splitlines())
    assert [factuality.standing_of(event, lexicon)[0] for event in events] == ["asserted", "denied", "planned"]


def test_the_score_of_factuality_learns_on_training_alone(tmp_path: Path) -> None:
    put(
        tmp_path,
        f"{factuality.FOLDER}/train.conll",
        CONLL.format(signed="3.0", unsigned="-3.0", future="1.0") * factuality.RARE,
    )
    for part in ("dev", "test"):
        put(tmp_path, f"{factuality.FOLDER}/{part}.conll", CONLL.format(signed="3.0", unsigned="-2.0", future="1.0"))
    dev, correlation, *_ = factuality.MEASURE.run(tmp_path)
    assert dev.value == pytest.approx(1 / 3)
    assert correlation.value is not None
    assert correlation.value > 0.9


QUIET = (
    "The mayor opened a library on Friday. Children had waited for it for two years, and the band played until dark."
)
LOUD = (
    "North Korea sold artillery shells to Russia in May 2019, and the trains crossed the border near Khasan at night."
)


def test_alarms_in_english_articles_are_counted(tmp_path: Path) -> None:
    lines = ["url,date,title,text", f'u,2019-06-01,A library,"{QUIET}"', f'u,2019-06-01,Night trains,"{LOUD}"']
    put(tmp_path, news.ENGLISH, "\n".join(lines) + "\n")
    (figure,) = news.ENGLISH_2019.run(tmp_path)
    assert (figure.value, figure.holds) == (1.0, False)
    assert "PRK > RUS" in figure.details[1]


def test_french_articles_are_read_from_the_archive_with_their_day(tmp_path: Path) -> None:
    path = tmp_path / news.FRENCH
    path.parent.mkdir(parents=True)
    page = "<html><body><h1>Une biblioth&egrave;que</h1><p>3 mai 2012. - Le maire a inauguré une salle de lecture.</p></body></html>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("documents/1.html", page)
    (article,) = news.french(path)
    assert article.text == "Une bibliothèque\n\n3 mai 2012. - Le maire a inauguré une salle de lecture."
    assert str(article.day) == "2012-05-03"
    (figure,) = news.FRENCH_2012.run(tmp_path)
    assert (figure.value, figure.holds) == (0.0, True)


def test_sides_of_an_event(tmp_path: Path) -> None:
    row = {
        "id": "made-up-1", "text": "France warned Kenya about the dam.", "textInfo": {"markup": "(SRC: France) (EVT: warned) (TAR: Kenya)"},
        "source": [{"code": "FRA"}], "target": [{"code": "KEN"}, {"code": "IGO"}],
    }  # fmt: skip
    turned = {**row, "id": "made-up-2", "text": "Kenya was warned by France about the dam."}
    put(tmp_path, plover.RECORDS, json.dumps([{"id": "a note"}, row, turned]))
    _, whole, false_claims = plover.MEASURE.run(tmp_path)
    assert whole.value == 1.0
    assert dict(whole.beside)["on the wrong side, in order"] == 2.0
    assert (false_claims.value, false_claims.holds) == (0.0, True)


def test_edges_between_resolutions(tmp_path: Path) -> None:
    edges = [
        {"source": 700, "target": 687},
        {"source": 700, "target": 661},
        {"source": 700, "target": 12},
        {"source": 9, "target": 1},
    ]
    put(tmp_path, citations.ARCS, json.dumps({"edges": edges}))
    put(tmp_path, f"{citations.TEXTS}/S_RES_0700_1991_EN_GOLD.txt",
        "Resolution 700 (1991)\n\nThe Council,\n\nRecalling its resolutions 661 (1990) of 6 August 1990 and 687\n(1991),\n")  # fmt: skip
    whole, written, patterned = citations.MEASURE.run(tmp_path)
    assert whole.value == pytest.approx(2 / 3)
    assert "12 stands nowhere in 700" in whole.details
    assert (written.value, patterned.value) == (1.0, 1.0)


TREES = """# sent_id = s1
# text = Il ne chanterait plus que du jazz.
1\tIl\til\tPRON\t_\t_\t0\t_\t_\t_
2\tne\tne\tADV\t_\tPolarity=Neg\t0\t_\t_\t_
3\tchanterait\tchanter\tVERB\t_\tMood=Cnd|Person=3\t0\t_\t_\t_
4\tplus\tplus\tADV\t_\t_\t0\t_\t_\t_
5\tque\tque\tADV\t_\tPolarity=Neg\t0\t_\t_\t_
6-7\tdu\t_\t_\t_\t_\t_\t_\t_\t_
6\tde\tde\tADP\t_\t_\t0\t_\t_\t_
7\tle\tle\tDET\t_\t_\t0\t_\t_\t_
8\tjazz\tjazz\tNOUN\t_\t_\t0\t_\t_\t_
9\t.\t.\tPUNCT\t_\t_\t0\t_\t_\t_
"""


def test_words_of_a_treebank_stand_where_they_are_written() -> None:
    (tree,) = treebanks.read_trees(TREES.splitlines())
    assert [tree.text[token.start : token.end] for token in tree.tokens] == [
        "Il", "ne", "chanterait", "plus", "que", "du", "du", "jazz", ".",
    ]  # fmt: skip


def test_negation_words_and_conditionals_of_french(tmp_path: Path) -> None:
    for name in treebanks.GSD:
        put(tmp_path, name, TREES)
    negations, conditionals = treebanks.FEATURES.run(tmp_path)
    assert (negations.value, conditionals.value) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("text", "language", "negative"),
    [
        ("The shop isn't open.", "en", True),
        ("The shop is not only open but full.", "en", False),
        ("La boutique n'est pas ouverte.", "fr", True),
        ("La boutique n'ouvre que le soir.", "fr", False),
        ("Cela coûte dix euros par personne.", "fr", False),
        ("Personne n'est venu.", "fr", True),
    ],
)
def test_polarity_of_a_sentence(text: str, language: str, negative: bool) -> None:
    assert treebanks.is_negative(text, language) is negative


NEGSPACY_LIST = 'pseudo = ["no further"]\npreceding = ["no", "does not like"]\nfollowing = ["was absent"]\ntermination = ["but"]\n'
NEGSPACY_TEST = """
def build_docs():
    docs = list()
    docs.append(("He does not like Peru but likes Chile.", [("Peru", True), ("Chile", False)]))
    return docs
"""
MEDSPACY_RULES = {
    "context_rules": [
        {"literal": "aucune", "category": "NEGATED_EXISTENCE", "direction": "FORWARD"},
        {"literal": "sauf", "category": "NEGATED_EXISTENCE", "direction": "TERMINATE"},
        {"literal": "jadis", "category": "HISTORICAL", "direction": "BIDIRECTIONAL"},
    ]
}
MEDSPACY_TEST = """
    def test_one(self):
        doc = nlp("aucune rouille")
        doc.ents = (Span(doc, 1, 2, "THING"),)
        assert doc.ents[0]._.is_negated is True

    def test_two(self):
        doc = nlp("aucune peinture sauf rouille")
        doc.ents = (Span(doc, 3, 4, "THING"),)
        assert doc.ents[0]._.is_negated is False

    def test_three(self):
        doc = nlp("jadis aucune peinture sauf rouille")
        doc.ents = (Span(doc, 4, 5, "THING"),)
        assert doc.ents[0]._.is_historical is True
"""


def test_verdicts_of_other_engines_with_their_own_cues(tmp_path: Path) -> None:
    put(tmp_path, context_cases.NEGSPACY_LIST, NEGSPACY_LIST)
    put(tmp_path, context_cases.NEGSPACY_TEST, NEGSPACY_TEST)
    put(tmp_path, context_cases.MEDSPACY_RULES, json.dumps(MEDSPACY_RULES))
    put(tmp_path, context_cases.MEDSPACY_TEST, MEDSPACY_TEST)
    figures = context_cases.MEASURE.run(tmp_path)
    assert [(figure.value, figure.details) for figure in figures] == [(1.0, ("2 verdicts",)), (1.0, ("3 verdicts",))]


def test_so_many_rows_of_cues_all_differ() -> None:
    rows = cue_loading.made_up(cue_loading.ROWS)
    assert len({row[0] for row in rows}) == cue_loading.ROWS
    loaded = cue_loading._load(rows)
    assert {sense.category for sense in loaded.word("nobody")} >= {"function"}
    assert any(hit.end - hit.start == len("no sign trace") for hit in loaded.scan("no sign trace"))


def test_the_program_says_what_is_not_measured_and_what_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quality.main(["--data", str(tmp_path), "--only", "negation,plover"]) == 0
    assert capsys.readouterr().out.count("not measured, no file") == 4
    assert quality.main(["--data", str(tmp_path), "--only", "negation", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["value"], record["holds"]) == (None, None)
    assert quality.main(["--data", str(tmp_path), "--only", "divination"]) == 2
    assert "no measure 'divination'" in capsys.readouterr().err
