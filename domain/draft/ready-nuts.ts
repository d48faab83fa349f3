/**
 * Level 1 of the European Union's nomenclature of territorial units, NUTS 2024 (Regulation (EU) 2023/674),
 * of those member states that are more than one unit on that level (the other twelve are a single one, and
 * there is nothing to choose): code and official name in Latin letters, as Eurostat writes it.
 */
export const NUTS_YEAR = "2024";

export const NUTS = {
  at: ["at1 Ostösterreich", "at2 Südösterreich", "at3 Westösterreich"],
  be: [
    "be1 Région de Bruxelles-Capitale / Brussels Hoofdstedelijk Gewest",
    "be2 Vlaams Gewest",
    "be3 Région wallonne",
  ],
  bg: ["bg3 Severna i Yugoiztochna Bulgaria", "bg4 Yugozapadna i Yuzhna tsentralna Bulgaria"],
  de: [
    "de1 Baden-Württemberg",
    "de2 Bayern",
    "de3 Berlin",
    "de4 Brandenburg",
    "de5 Bremen",
    "de6 Hamburg",
    "de7 Hessen",
    "de8 Mecklenburg-Vorpommern",
    "de9 Niedersachsen",
    "dea Nordrhein-Westfalen",
    "deb Rheinland-Pfalz",
    "dec Saarland",
    "ded Sachsen",
    "dee Sachsen-Anhalt",
    "def Schleswig-Holstein",
    "deg Thüringen",
  ],
  es: [
    "es1 Noroeste",
    "es2 Noreste",
    "es3 Comunidad de Madrid",
    "es4 Centro",
    "es5 Este",
    "es6 Sur",
    "es7 Canarias",
  ],
  fi: ["fi1 Manner-Suomi", "fi2 Åland"],
  fr: [
    "fr1 Île-de-France",
    "frb Centre-Val de Loire",
    "frc Bourgogne-Franche-Comté",
    "frd Normandie",
    "fre Hauts-de-France",
    "frf Grand Est",
    "frg Pays de la Loire",
    "frh Bretagne",
    "fri Nouvelle-Aquitaine",
    "frj Occitanie",
    "frk Auvergne-Rhône-Alpes",
    "frl Provence-Alpes-Côte d’Azur",
    "frm Corse",
    "fry Régions ultrapériphériques françaises",
  ],
  // Greece stands as EL in the nomenclature and as GR among the names of countries.
  gr: ["el3 Attiki", "el4 Nisia Aigaiou, Kriti", "el5 Voreia Ellada", "el6 Kentriki Ellada"],
  hu: ["hu1 Közép-Magyarország", "hu2 Dunántúl", "hu3 Alföld és Észak"],
  it: ["itc Nord-Ovest", "ith Nord-Est", "iti Centro", "itf Sud", "itg Isole"],
  nl: ["nl1 Noord-Nederland", "nl2 Oost-Nederland", "nl3 West-Nederland", "nl4 Zuid-Nederland"],
  pl: [
    "pl2 Makroregion południowy",
    "pl4 Makroregion północno-zachodni",
    "pl5 Makroregion południowo-zachodni",
    "pl6 Makroregion północny",
    "pl7 Makroregion centralny",
    "pl8 Makroregion wschodni",
    "pl9 Makroregion województwo mazowieckie",
  ],
  pt: ["pt1 Continente", "pt2 Região Autónoma dos Açores", "pt3 Região Autónoma da Madeira"],
  ro: [
    "ro1 Macroregiunea Unu",
    "ro2 Macroregiunea Doi",
    "ro3 Macroregiunea Trei",
    "ro4 Macroregiunea Patru",
  ],
  se: ["se1 Östra Sverige", "se2 Södra Sverige", "se3 Norra Sverige"],
} as const;

export type NutsCountry = keyof typeof NUTS;
