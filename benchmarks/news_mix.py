"""A made-up stream of news: ordinary articles and a few that report conduct, in English and French, the same for a seed.

Every sentence is a template of ours with words of ours; nothing is fetched and nothing is taken from a paper. Ordinary
articles name States, leaders and trade as often as a foreign page does, so that no reader has it easier than in life: of
ten, three are of abroad, and one of those tells of lawful sales.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

RELEVANT_SHARE = 0.05

_WORDS = {
    "en": {
        "place": "Leeds|Bordeaux|the harbour|the valley|Milan|the old town|Porto|the suburbs|Cork|the coast|Tampere|Lyon",
        "who": "the council|residents|the mayor|a spokeswoman|the club|teachers|the museum|shopkeepers|the ministry|engineers",
        "name": "Anna Keller|Tom Rourke|Marie Aubin|Luis Ferro|Jan Novak|Clara Weiss|Peter Holm|Ida Strand",
        "thing": "the bridge|the new tram line|the library|the budget|the stadium|the festival|the hospital wing|the school roof",
        "when": "on Monday|last week|in March|this spring|on Friday evening|after the summer|at the weekend|early on Thursday",
        "state": "France|Germany|Brazil|Japan|Canada|Italy|China|Turkey|South Korea|Russia|Iran|India|Ukraine|Egypt",
        "leader": "President Macron|the Turkish foreign minister|the Canadian prime minister|Putin|the German chancellor|Xi Jinping",
        "good": "wheat|cars|medicines|wine|machine tools|coffee|timber|solar panels|cheese|aircraft parts",
        "number": "12|40|three|seven|1,200|85|two dozen|600|15|31",
    },
    "fr": {
        "place": "Nantes|le port|la vallée|Liège|la vieille ville|Porto|la banlieue|Genève|la côte|Lille|Québec|Metz",
        "who": "la mairie|les riverains|le maire|une porte-parole|le club|les enseignants|le musée|les commerçants|le ministère",
        "name": "Anne Keller|Thomas Rour|Marie Aubin|Louis Ferro|Jean Noval|Claire Vesse|Pierre Holm|Ida Strand",
        "thing": "le pont|la nouvelle ligne de tramway|la bibliothèque|le budget|le stade|le festival|l'aile de l'hôpital|le toit de l'école",
        "when": "lundi|la semaine dernière|en mars|ce printemps|vendredi soir|après l'été|ce week-end|tôt jeudi",
        "state": "la France|l'Allemagne|le Brésil|le Japon|le Canada|l'Italie|la Chine|la Turquie|la Russie|l'Iran|l'Inde|l'Ukraine",
        "leader": "le président Macron|le ministre turc des Affaires étrangères|le premier ministre canadien|Poutine|le chancelier",
        "good": "du blé|des voitures|des médicaments|du vin|des machines-outils|du café|du bois|des panneaux solaires",
        "number": "12|40|trois|sept|1 200|85|deux douzaines de|600|15|31",
    },
}  # fmt: skip

_HOME = {
    "en": (
        "{Who} said {when} that {thing} would open before the end of the year.",
        "Rain fell over {place} for {number} hours, and the forecast for the days to come is no better.",
        "{name}, who has lived in {place} for {number} years, had hoped for more.",
        "The work on {thing} has cost more than was planned, and {who} asked for another audit.",
        '"We have waited long enough," said {name}, "and nobody told us why."',
        "The match in {place} ended without a goal, though {number} thousand people had come to see it.",
        "Tickets for the concert sold out within an hour, according to {who}.",
        "A study found that children in {place} sleep less than they did {number} years ago.",
        "{Who} and {who} met {when} to talk about {thing}, without reaching a decision.",
        "The shop on the corner, which {name} took over {when}, now stays open until nine.",
        "Nobody was hurt when a lorry left the road near {place} {when}, the police said.",
        "The book tells of a childhood in {place} and of a father who never spoke of the war.",
        "Prices of bread and milk rose by {number} per cent, and many families buy less.",
        "The court in {place} will hear {name} {when}.",
    ),
    "fr": (
        "{Who} a annoncé {when} que {thing} ouvrirait avant la fin de l'année.",
        "La pluie est tombée sur {place} pendant {number} heures, et les prévisions ne sont guère meilleures.",
        "{name}, qui habite {place} depuis {number} ans, espérait mieux.",
        "Les travaux sur {thing} ont coûté plus que prévu, et {who} demande un nouvel audit.",
        "« Nous avons assez attendu, dit {name}, et personne ne nous a expliqué pourquoi. »",
        "Le match s'est terminé sans but à {place}, devant {number} mille spectateurs.",
        "Les billets du concert sont partis en une heure, selon {who}.",
        "Une étude montre que les enfants dorment moins qu'il y a {number} ans.",
        "{Who} et {who} se sont rencontrés {when} pour parler de {thing}, sans rien décider.",
        "La boutique du coin, que {name} a reprise {when}, reste ouverte jusqu'à neuf heures.",
        "Personne n'a été blessé quand un camion a quitté la route près de {place} {when}, selon la police.",
        "Le livre raconte une enfance à {place} et un père qui ne parlait jamais de la guerre.",
        "Les prix du pain et du lait ont augmenté de {number} pour cent.",
        "Le tribunal de {place} entendra {name} {when}.",
    ),
}

_ABROAD = {
    "en": (
        "{leader} travelled to {state} {when} for talks on trade and climate.",
        "{state} and {state} signed an agreement on students, and {leader} spoke of a new chapter.",
        "Voters in {state} go to the polls {when}; the opposition hopes for a change.",
        "The central bank of {state} left its rate unchanged, as analysts had expected.",
        "A storm hit the coast of {state} {when}, and {number} villages were without power.",
        "The team of {state} beat {state} by two goals in a friendly match.",
        "The foreign minister of {state} criticised the plan, which {leader} has defended for months.",
    ),
    "fr": (
        "{leader} s'est rendu {when} à l'étranger pour parler de commerce et de climat avec {state}.",
        "{state} et {state} ont signé un accord sur les étudiants, et {leader} a parlé d'un nouveau chapitre.",
        "Les électeurs votent {when} ; l'opposition espère un changement, comme {state} avant elle.",
        "La banque centrale a laissé son taux inchangé, comme on s'y attendait, tandis que {state} hésite.",
        "Une tempête a frappé la côte {when}, et {number} villages sont privés de courant, dit {state}.",
        "L'équipe a battu {state} de deux buts en match amical.",
        "{state} a critiqué le plan que {leader} défend depuis des mois.",
    ),
}

_LAWFUL = {
    "en": (
        "{state} exported more {good} to {state} than ever before, the customs office reported {when}.",
        "{state} bought {number} railway cars from {state}, and will deliver {good} in return.",
        "A court in {state} fined two banks, and new rules for {good} were adopted {when}.",
    ),
    "fr": (
        "{state} a exporté plus de {good} que jamais, selon les douanes.",
        "{state} a acheté {number} wagons, et livrera {good} en échange.",
        "Un tribunal a condamné deux banques, et de nouvelles règles ont été adoptées {when}.",
    ),
}

_CONDUCT = {
    "en": (
        "North Korea shipped artillery shells to Russia {when}, the White House said. Moscow denies it.",
        "Iran has supplied drones to the Houthis, according to a panel of experts.",
        "A tanker delivered refined oil to a North Korean port {when}, Seoul said.",
        "About {number} North Korean workers were still employed on building sites in Russia, a report said.",
        "Pyongyang launched a ballistic missile {when}, South Korea's military said.",
        "Rwandan soldiers fought alongside the M23 {when}, United Nations experts wrote. Kigali rejects the charge.",
    ),
    "fr": (
        "La Corée du Nord a livré des obus d'artillerie à la Russie {when}, selon la Maison-Blanche. Moscou dément.",
        "L'Iran a fourni des drones aux Houthis, selon un groupe d'experts.",
        "Un pétrolier a livré du pétrole raffiné dans un port nord-coréen {when}, d'après Séoul.",
        "Environ {number} travailleurs nord-coréens étaient encore employés sur des chantiers en Russie, selon un rapport.",
        "Pyongyang a tiré un missile balistique {when}, selon l'armée sud-coréenne.",
        "Des soldats rwandais ont combattu aux côtés du M23 {when}, écrivent des experts de l'ONU. Kigali rejette l'accusation.",
    ),
}

_LAW = {
    "en": (
        "Resolution 1718 (2006) of the Security Council bans such transfers.",
        "Such sales would breach United Nations sanctions, a diplomat said.",
        "The arms embargo was renewed {when} by the Council.",
    ),
    "fr": (
        "La résolution 1718 (2006) du Conseil de sécurité interdit de tels transferts.",
        "De telles ventes violeraient les sanctions des Nations unies, a dit un diplomate.",
        "L'embargo sur les armes a été renouvelé {when} par le Conseil.",
    ),
}


def articles(count: int, seed: int = 7, relevant: float = RELEVANT_SHARE) -> Iterator[tuple[str, bytes, bool]]:
    """``count`` articles as name, bytes in UTF-8, and whether the article reports conduct; half of them French."""
    chance = random.Random(seed)
    every = round(1 / relevant) if relevant else 0
    for number in range(count):
        told = bool(every) and number % every == every // 2
        language = "en" if chance.random() < 0.5 else "fr"
        yield f"{number:06d}.txt", _article(chance, language, told).encode("utf-8"), told


def _article(chance: random.Random, language: str, told: bool) -> str:
    abroad = told or chance.random() < 0.3
    lawful = abroad and not told and chance.random() < 1 / 3
    sentences = [_said(chance, language, _HOME) for _ in range(chance.randint(9, 18))]
    if abroad:
        sentences += [_said(chance, language, _ABROAD) for _ in range(chance.randint(4, 8))]
    if lawful:
        sentences += [_said(chance, language, _LAWFUL) for _ in range(chance.randint(1, 3))]
    chance.shuffle(sentences)
    if told:
        sentences[1:1] = [_said(chance, language, _CONDUCT) for _ in range(chance.randint(2, 4))]
        sentences.insert(4, _said(chance, language, _LAW))
    title = _said(chance, language, _CONDUCT if told else _ABROAD if abroad else _HOME).split(",")[0].rstrip(".")
    month, day = chance.randint(1, 9), chance.randint(1, 28)
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    head = f'---\ntitle: "{title.replace(chr(34), "")}"\npublished: 2024-{month:02d}-{day:02d}\n---\n\n'
    return head + title + "\n\n" + "\n\n".join(paragraphs) + "\n"


def _said(chance: random.Random, language: str, templates: dict[str, tuple[str, ...]]) -> str:
    words = {key: listed.split("|") for key, listed in _WORDS[language].items()}
    text = chance.choice(templates[language])
    while "{" in text:
        start, end = text.index("{"), text.index("}")
        slot = text[start + 1 : end]
        word = chance.choice(words[slot.lower()])
        text = (
            text[:start] + (word[0].upper() + word[1:] if slot[0].isupper() or start == 0 else word) + text[end + 1 :]
        )
    return text
