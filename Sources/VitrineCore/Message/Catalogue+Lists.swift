extension Catalogue {
  /// Tables and their columns, and what the commands of the audit log say.
  static let lists = """
    list.empty
    en there is nothing to show
    fr il n'y a rien à montrer

    audit.badAction
    en there is no action '{1}'
    fr il n'y a pas d'action « {1} »

    audit.badResult
    en there is no result '{1}'; it is one of success, failure, denied and unknown
    fr il n'y a pas de résultat « {1} » ; c'est l'un de success, failure, denied et unknown

    audit.badIndex
    en '{1}' is not the number of a record
    fr « {1} » n'est pas le numéro d'un enregistrement

    audit.noRecord
    en the log has no record {1}
    fr le journal n'a pas d'enregistrement {1}

    audit.signing
    en another command is signing the log at this moment; try again
    fr une autre commande signe le journal en ce moment ; réessayez

    audit.noSigner
    en this machine cannot sign: 'audit-key' is not in the key folder
    fr cette machine ne peut pas signer : « audit-key » n'est pas dans le dossier des clés

    audit.noSigner.hint
    en run it where the keys are; 'vitrine config show' names the folder as keys.folder
    fr lancez-la là où sont les clés ; « vitrine config show » donne le dossier sous keys.folder

    audit.exported
    en {1#} {1?record is:records are} in '{2}', with the checkpoint and the key that verifies it
    fr {1#} {1?enregistrement est:enregistrements sont} dans « {2} », avec le point de contrôle et
      la clé qui le vérifie

    audit.more
    en there is more: add '--cursor {1}'
    fr il y en a d'autres : ajoutez « --cursor {1} »

    audit.onBehalfOf
    en worker, for {1}
    fr tâche de fond, pour {1}

    audit.empty
    en no record matches
    fr aucun enregistrement ne correspond

    result.success
    en done
    fr fait

    result.failure
    en failed
    fr en échec

    result.denied
    en denied
    fr refusé

    result.unknown
    en unknown
    fr incertain

    column.action
    en ACTION
    fr ACTION

    column.actor
    en WHO
    fr QUI

    column.code
    en CODE
    fr CODE

    column.created
    en CREATED
    fr CRÉÉE

    column.ending
    en ENDING
    fr TERMINAISON

    column.fix
    en WHAT MENDS IT
    fr REMÈDE

    column.format
    en FORMAT
    fr FORMAT

    column.id
    en ID
    fr ID

    column.index
    en NUMBER
    fr NUMÉRO

    column.key
    en KEY
    fr CLÉ

    column.kind
    en KIND
    fr GENRE

    column.name
    en NAME
    fr NOM

    column.network
    en NETWORK
    fr RÉSEAU

    column.object
    en OBJECT
    fr OBJET

    column.origin
    en ORIGIN
    fr ORIGINE

    column.page
    en PAGE
    fr PAGE

    column.pages
    en PAGES
    fr PAGES

    column.reason
    en REASON
    fr MOTIF

    column.region
    en REGION
    fr RÉGION

    column.result
    en RESULT
    fr RÉSULTAT

    column.role
    en ROLE
    fr RÔLE

    column.roles
    en ROLES
    fr RÔLES

    column.scope
    en SCOPE
    fr PÉRIMÈTRE

    column.state
    en STATE
    fr ÉTAT

    column.store
    en STORE
    fr MAGASIN

    column.time
    en TIME
    fr HEURE

    column.title
    en TITLE
    fr TITRE

    column.until
    en UNTIL
    fr JUSQU'AU

    column.user
    en PERSON
    fr PERSONNE

    column.value
    en VALUE
    fr VALEUR

    column.who
    en BY WHOM
    fr PAR QUI
    """
}
