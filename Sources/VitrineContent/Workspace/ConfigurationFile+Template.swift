import VitrineCore

extension ConfigurationFile {
  /// The commented `vitrine.yaml` of a new workspace.
  ///
  /// Values that are defaults stand behind `#`, so that a later version may choose better ones.
  /// The language of the desk is the language of the comments, too; the address is the real Graph
  /// API unless a sandbox on loopback is named. The values must be ones that their keys take.
  package static func template(
    organisation: String, timeZone: String = "Europe/Paris", language: Language,
    facebookBaseURL: String = ConfigurationKey.facebookBaseURL.standard ?? ""
  ) -> String {
    let say = { (code: String) in
      Message("config.template.\(code)").text(in: language)
    }
    return """
      # \(say("head"))

      organisation:
        name: \(Scalar.written(organisation))
        # \(say("timezone"))
        timezone: \(Scalar.written(timeZone))

      # \(say("language"))
      language: \(language.rawValue)

      # \(say("database"))
      database: .vitrine/vitrine.db

      networks:
        facebook:
          # \(say("facebook"))
          baseURL: \(Scalar.written(facebookBaseURL))
          version: v26.0
          # \(say("app"))
          # appID: "1234567890"
          # appSecretFile: .vitrine/keys/facebook-app-secret
          # \(say("delivery"))
          # delivery: drafts
        # \(say("instagram"))
        # instagram:
        #   mediaFolder: /srv/www/vitrine
        #   mediaBaseURL: https://example.org/vitrine
        # \(say("mastodon"))
        # mastodon:
        #   visibility: public
        #   language: \(language.rawValue)
        #   concurrency: 8

      # \(say("approvals"))
      approvals:
        broadcast: 2
        urgent: 1
        amend: 1
        severalPages: 1

      # \(say("pacing"))
      # pacing:
      #   postsPerSecond: 2
      #   batchSize: 50
      #   concurrency: 13
      #   canary: 10

      # \(say("pressure"))
      # pressure:
      #   quietMinutes: 120
      #   postsPerDay: 3

      # \(say("keys"))
      # keys:
      #   folder: .vitrine/keys

      # \(say("notify"))
      # notify:
      #   command: ./bin/tell-somebody
      #   webhook: https://example.org/vitrine

      # \(say("access"))
      # access:
      #   stepUpMinutes: 0

      # \(say("audit"))
      # audit:
      #   origin: \(Slug.ascii(organisation))/vitrine
      #   reconcileHours: 6

      # \(say("privacy"))
      # privacy:
      #   namesMonths: 36
      #   addressesMonths: 12
      #   publishedTextMonths: 36

      """
  }
}
