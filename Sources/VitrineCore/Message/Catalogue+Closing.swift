extension Catalogue {
  /// Trying pages again for one cause, and putting a broadcast away.
  static let closing = """
    help.option.retry.cause
    en only the pages that wait for this cause: a code of the reasons, such as token or blocked
    fr seulement les pages qui attendent pour cette cause : un code des motifs, comme token ou blocked

    retry.otherCause
    en no page of '{2}' waits for the cause '{1}'; its causes are: {3}
    fr aucune page de « {2} » n'attend pour la cause « {1} » ; ses causes : {3}

    retry.nothing
    en no page of '{2}' waits for the cause '{1}', nor for any other that could be tried again
    fr aucune page de « {2} » n'attend pour la cause « {1} », ni pour une autre qui puisse être réessayée

    help.broadcast.close
    en put a broadcast away that is over: nothing of it is tried again
    fr classer une diffusion achevée : plus rien n'en est réessayé

    close.notOver
    en the broadcast '{1}' is not over (state: {2})
    fr la diffusion « {1} » n'est pas achevée (état : {2})

    close.notOver.hint
    en finish it with 'vitrine broadcast launch {1}', or end it with 'vitrine broadcast cancel {1}'
    fr terminez-la par « vitrine broadcast launch {1} », ou arrêtez-la par « vitrine broadcast cancel {1} »

    close.moving
    en pages of '{1}' are not settled yet: a draft is being deleted, or an answer is awaited
    fr des pages de « {1} » ne sont pas encore réglées : un brouillon se supprime, ou une réponse est attendue

    close.moving.hint
    en keep 'vitrine worker' running for a moment, and try again
    fr laissez tourner « vitrine worker » un moment, et réessayez
    """
}
