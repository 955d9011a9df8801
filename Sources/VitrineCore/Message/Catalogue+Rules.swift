extension Catalogue {
  /// The files of retail rules and the severities that a retailer chooses.
  static let rules = """
    rules.id
    en '{1}' cannot be an id: small letters, digits and '-', beginning with a letter
    fr « {1} » ne peut pas être un identifiant : minuscules, chiffres et « - », une lettre d'abord

    rules.twice
    en the id '{1}' stands twice; the first is in {2}, line {3}
    fr l'identifiant « {1} » figure deux fois ; le premier est dans {2}, ligne {3}

    rules.subject
    en the subject '{1}' is not declared in any rule file
    fr le sujet « {1} » n'est déclaré dans aucun fichier de règles

    rules.subject-suggestion
    en the subject '{1}' is not declared; did you mean '{2}'?
    fr le sujet « {1} » n'est pas déclaré ; vouliez-vous dire « {2} » ?

    rules.circle
    en the subject '{1}' is, through 'partOf', part of itself
    fr le sujet « {1} » est, par « partOf », une partie de lui-même

    rules.value
    en '{1}' must be one of {2}, not '{3}'
    fr « {1} » doit être l'une de ces valeurs : {2}, pas « {3} »

    rules.value-suggestion
    en '{1}' cannot be '{2}'; did you mean '{3}'?
    fr « {1} » ne peut pas être « {2} » ; vouliez-vous dire « {3} » ?

    rules.dates
    en '{1}' would end ({3}) before it begins ({2})
    fr « {1} » finirait ({3}) avant de commencer ({2})

    rules.area
    en the area '{1}' is not declared in 'sales.areas'
    fr la zone « {1} » n'est pas déclarée dans « sales.areas »

    rules.department
    en '{1}' is not a department such as 35, 2A or 974
    fr « {1} » n'est pas un département comme 35, 2A ou 974

    rules.department-twice
    en the department '{1}' is already in the area '{2}'
    fr le département « {1} » est déjà dans la zone « {2} »

    rules.rest-twice
    en the areas '{1}' and '{2}' both name no department; only one can be that of all others
    fr les zones « {1} » et « {2} » ne citent aucun département ; une seule peut être celle de tous les
      autres

    rules.sales-twice
    en 'sales' stands twice; the first is in {1}, line {2}
    fr « sales » figure deux fois ; le premier est dans {1}, ligne {2}

    rules.phrase-empty
    en the phrase '{1}' has no word, number or sign
    fr l'expression « {1} » n'a ni mot, ni nombre, ni signe

    rules.phrase-gap
    en in the phrase '{1}' a '…' stands at an end or beside another one
    fr dans l'expression « {1} », un « … » est à une extrémité ou à côté d'un autre

    rules.phrase-alternative
    en in the phrase '{1}', '{2}' is not a single word; alternatives of '/' are single words
    fr dans l'expression « {1} », « {2} » n'est pas un mot seul ; autour de « / » vont des mots seuls

    rules.phrase-star
    en in the phrase '{1}' a '*' may only end a word of two letters or more, or stand for a word that
      is not the first
    fr dans l'expression « {1} », « * » ne peut que finir un mot d'au moins deux lettres, ou tenir lieu
      d'un mot qui n'est pas le premier

    rules.phrase-end
    en the phrase '{1}' goes past the end of a sentence, and is never found
    fr l'expression « {1} » dépasse la fin d'une phrase et ne se trouve jamais

    rules.phrase-long
    en the phrase '{1}' reaches over more than {2} words
    fr l'expression « {1} » s'étend sur plus de {2} mots

    rules.phrase-fix
    en docs/rules.md says what a phrase may be made of
    fr docs/rules.md dit de quoi une expression peut être faite

    rules.severity-rule
    en 'rules.severity' names the rule '{1}', which is in no rule file
    fr « rules.severity » cite la règle « {1} », qui n'est dans aucun fichier de règles

    rules.severity-rule-suggestion
    en 'rules.severity' names the rule '{1}', which does not exist; did you mean '{2}'?
    fr « rules.severity » cite la règle « {1} », qui n'existe pas ; vouliez-vous dire « {2} » ?

    config.rule-severity
    en {1}: '{2}' must be a rule and what it weighs, such as people-named=info (error, warning, info)
    fr {1} : « {2} » doit être une règle et son poids, comme people-named=info (error, warning, info)

    config.rule-severity-twice
    en {1}: the rule '{2}' is named twice
    fr {1} : la règle « {2} » est citée deux fois
    """
}
