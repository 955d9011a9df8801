extension Catalogue {
  /// Why a page waits, what mends it, and who can.
  static let trouble = """
    trouble.temporary
    en the network did not answer ({1}: {2})
    fr le réseau n'a pas répondu ({1} : {2})

    trouble.temporary.fix
    en run 'vitrine broadcast retry', or launch again later
    fr lancez « vitrine broadcast retry », ou relancez plus tard

    trouble.temporary.who
    en national broadcaster
    fr diffuseur national

    trouble.token
    en the page's access has expired or was revoked ({1}: {2})
    fr l'accès à la page a expiré ou a été révoqué ({1} : {2})

    trouble.token.fix
    en run 'vitrine page connect' with a fresh token
    fr lancez « vitrine page connect » avec un nouveau jeton

    trouble.token.who
    en national administrator
    fr administrateur national

    trouble.connection
    en the sign-in behind all pages is no longer good ({1}: {2})
    fr la connexion qui porte toutes les pages n'est plus valable ({1} : {2})

    trouble.connection.fix
    en run 'vitrine page connect' with a fresh token
    fr lancez « vitrine page connect » avec un nouveau jeton

    trouble.connection.who
    en national administrator
    fr administrateur national

    trouble.permission
    en the page does not let Vitrine publish ({1}: {2})
    fr la page n'autorise pas Vitrine à publier ({1} : {2})

    trouble.permission.fix
    en give the system user the task CREATE_CONTENT on this page
    fr donnez à l'utilisateur système la tâche CREATE_CONTENT sur cette page

    trouble.permission.who
    en national administrator
    fr administrateur national

    trouble.throttled
    en the network asks for fewer calls ({1}: {2})
    fr le réseau demande moins d'appels ({1} : {2})

    trouble.throttled.fix
    en wait; Vitrine goes on by itself
    fr patientez ; Vitrine reprend toute seule

    trouble.throttled.who
    en nobody
    fr personne

    trouble.blocked
    en the network holds this page back for posting too fast ({1}: {2})
    fr le réseau bloque cette page pour publication trop rapide ({1} : {2})

    trouble.blocked.fix
    en wait a day, then run 'vitrine broadcast retry'
    fr attendez un jour, puis lancez « vitrine broadcast retry »

    trouble.blocked.who
    en national broadcaster
    fr diffuseur national

    trouble.person
    en the network wants a person to look at this page ({1}: {2})
    fr le réseau demande qu'une personne regarde cette page ({1} : {2})

    trouble.person.fix
    en open the page on the network and follow its notice
    fr ouvrez la page sur le réseau et suivez son avis

    trouble.person.who
    en region manager
    fr responsable régional

    trouble.duplicate
    en the network says that this text is on the page already ({1}: {2})
    fr le réseau dit que ce texte est déjà sur la page ({1} : {2})

    trouble.duplicate.fix
    en look at the page; if the message is there, nothing is missing
    fr regardez la page ; si le message y est, rien ne manque

    trouble.duplicate.who
    en national broadcaster
    fr diffuseur national

    trouble.content
    en the network does not accept this text, link or picture ({1}: {2})
    fr le réseau n'accepte pas ce texte, ce lien ou cette image ({1} : {2})

    trouble.content.fix
    en correct the message and make a new broadcast
    fr corrigez le message et créez une nouvelle diffusion

    trouble.content.who
    en national editor
    fr rédacteur national

    trouble.missing
    en the draft is no longer on the network ({1}: {2})
    fr le brouillon n'est plus sur le réseau ({1} : {2})

    trouble.missing.fix
    en look at the page, then run 'vitrine broadcast retry'
    fr regardez la page, puis lancez « vitrine broadcast retry »

    trouble.missing.who
    en national broadcaster
    fr diffuseur national

    trouble.request
    en the network did not understand the call ({1}: {2})
    fr le réseau n'a pas compris l'appel ({1} : {2})

    trouble.request.fix
    en report this with the line of 'vitrine audit list'
    fr signalez-le avec la ligne de « vitrine audit list »

    trouble.request.who
    en Vitrine's support
    fr support de Vitrine

    trouble.noPage
    en the store has no page on {1}
    fr le magasin n'a pas de page sur {1}

    trouble.noPage.fix
    en run 'vitrine page connect --network {1}'
    fr lancez « vitrine page connect --network {1} »

    trouble.noPage.who
    en national administrator
    fr administrateur national

    trouble.sameRemoteID
    en the network gave the same id for two posts ({1})
    fr le réseau a donné le même identifiant à deux publications ({1})

    trouble.sameRemoteID.fix
    en look at both pages before anything is sent again
    fr regardez les deux pages avant tout nouvel envoi

    trouble.sameRemoteID.who
    en national broadcaster
    fr diffuseur national

    trouble.unreadable
    en the page's stored token cannot be opened with the keys of this machine
    fr le jeton enregistré de la page ne s'ouvre pas avec les clés de cette machine

    trouble.unreadable.fix
    en bring the right keys here, or run 'vitrine page connect' again
    fr apportez les bonnes clés ici, ou relancez « vitrine page connect »

    trouble.unreadable.who
    en national administrator
    fr administrateur national

    trouble.storeRemoved
    en the store has left the register since the message was made
    fr le magasin a quitté le registre depuis la création du message

    trouble.storeRemoved.fix
    en nothing, or import the store again and run 'vitrine broadcast retry'
    fr rien, ou réimportez le magasin et lancez « vitrine broadcast retry »

    trouble.storeRemoved.who
    en national administrator
    fr administrateur national

    trouble.vanished
    en the post was published and is not on the page now
    fr le message a été publié et n'est plus sur la page

    trouble.vanished.fix
    en ask the store whether somebody deleted it
    fr demandez au magasin si quelqu'un l'a supprimé

    trouble.vanished.who
    en region manager
    fr responsable régional

    trouble.notRemoved
    en the network does not delete this post ({1}: {2})
    fr le réseau ne supprime pas cette publication ({1} : {2})

    trouble.notRemoved.fix
    en delete it on the page by hand
    fr supprimez-la à la main sur la page

    trouble.notRemoved.who
    en region manager
    fr responsable régional

    trouble.missed
    en the message was not sent before the end of its validity
    fr le message n'est pas parti avant la fin de sa validité

    trouble.missed.fix
    en decide whether it still makes sense, and make a new one
    fr décidez s'il a encore un sens, et créez-en un nouveau

    trouble.missed.who
    en national editor
    fr rédacteur national

    trouble.rule.fix
    en mend the text or its fields, and make a new broadcast
    fr corrigez le texte ou ses champs, et créez une nouvelle diffusion
    """
}
