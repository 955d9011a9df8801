extension TourDocumentTests {
  /// A command as the page names it, and as the script runs it at the end of the tour.
  struct Answer {
    let title: String
    let command: String

    init(_ title: String, _ command: String) {
      self.title = title
      self.command = command
    }
  }

  /// Every command that prints JSON; those behind others use what these made.
  static let answers = [
    Answer("vitrine init DIR --admin NAME", "vitrine init second --admin 'Bruno Faure' --json"),
    Answer("vitrine config show", "vitrine config show --json"),
    Answer("vitrine config show --origin", "vitrine config show --origin --json"),
    Answer("vitrine config set KEY VALUE", "vitrine config set approvals.urgent 1 --json"),
    Answer("vitrine doctor", "vitrine doctor --json"),
    Answer(
      "vitrine user create NAME", "vitrine user create Nadia --json | tee nadia.json"),
    Answer("vitrine user list", "vitrine user list --json"),
    Answer(
      "vitrine grant create --user ID --role ROLE --scope SCOPE --reason TEXT",
      """
      vitrine grant create --user "$(json id < nadia.json)" --role auditor --scope all \
        --reason 'the page' --json
      """),
    Answer("vitrine user show ID", #"vitrine user show "$(json id < nadia.json)" --json"#),
    Answer(
      "vitrine user enrol ID",
      """
      vitrine user enrol "$(json id < nadia.json)" --json > renewed.json
      cp renewed.json nadia.json; cat renewed.json
      """),
    Answer(
      "vitrine user import FILE.csv --check",
      """
      { echo name,email,role,scope; echo Zoé,zoe@example.org,approver,all; } > people.csv
      vitrine user import people.csv --check --json
      """),
    Answer(
      "vitrine user export ID --out FILE",
      #"vitrine user export "$(json id < nadia.json)" --out nadia-copy.json --json"#),
    Answer("vitrine privacy retain --dry-run", "vitrine privacy retain --dry-run --json"),
    Answer(
      "vitrine access review", "{ vitrine access review --no-pages --json || true; }"),
    Answer("vitrine grant list", "vitrine grant list --json | tee grants.json"),
    Answer(
      "vitrine login --enrol-stdin",
      "json enrolment < nadia.json | vitrine login --enrol-stdin --json | tee login.json"),
    Answer("vitrine whoami", "vitrine whoami --json"),
    Answer(
      "vitrine access check --user ID --action ACTION",
      #"vitrine access check --user "$(json id < nadia.json)" --action audit.read --json"#),
    Answer(
      "vitrine access explain --action ACTION",
      "vitrine access explain --action broadcast.launch --json"),
    Answer("vitrine token create", "vitrine token create --json | tee token.json"),
    Answer("vitrine token list", "vitrine token list --json"),
    Answer("vitrine token revoke ID", #"vitrine token revoke "$(json id < token.json)" --json"#),
    Answer(
      "vitrine store import FILE.csv --check",
      "vitrine store import examples/stores.csv --check --json"),
    Answer(
      "vitrine store list --select SELECTOR", "vitrine store list --select region:Corse --json"),
    Answer("vitrine store show CODE", "vitrine store show FR-0001 --json"),
    Answer(
      "vitrine page connect --network NETWORK --token-stdin",
      """
      json userToken < sandbox.json | vitrine page connect --network facebook --token-stdin --json
      """),
    Answer("vitrine page list --select SELECTOR", "vitrine page list --select region:Corse --json"),
    Answer(
      "vitrine page check --select SELECTOR",
      "{ vitrine page check --select region:Corse --json || true; }"),
    Answer(
      "vitrine library check",
      """
      { mkdir -p desk/content-library && cp -rL content-library/. desk/content-library/; } > /dev/null
      vitrine library check --json
      """),
    Answer("vitrine library list", "vitrine library list --json"),
    Answer("vitrine library show ID", "vitrine library show offre-rayon-frais --json"),
    Answer(
      "vitrine library preview ID --store CODE --set FIELD=VALUE",
      """
      { vitrine library preview offre-rayon-frais --store FR-0001 --set produit=Bar --json || true; }
      """),
    Answer(
      "vitrine library new ID",
      """
      vitrine library new essai --workspace second --json
      """),
    Answer(
      "vitrine post adapt TEMPLATE, vitrine post create --text-file FILE",
      """
      {
        vitrine user create 'Nora Roux' --json > nora.json
        vitrine grant create --user "$(json id < nora.json)" --role store_manager \
          --scope store:FR-0001 --reason 'the page'
        nora=$(json enrolment < nora.json | vitrine login --enrol-stdin --json | json token)
        echo 'Bonjour de {{store.name}} !' > post.txt
      } > /dev/null
      VITRINE_TOKEN=$nora vitrine post create --text-file post.txt --json | tee post.json
      """),
    Answer("vitrine post list", "VITRINE_TOKEN=$nora vitrine post list --json"),
    Answer("vitrine post list --waiting", "VITRINE_TOKEN=$nora vitrine post list --waiting --json"),
    Answer(
      "vitrine post show ID",
      #"VITRINE_TOKEN=$nora vitrine post show "$(json submission < post.json)" --json"#),
    Answer(
      "vitrine post edit|submit|approve|reject|withdraw|publish|cancel|takedown ID",
      #"VITRINE_TOKEN=$nora vitrine post submit "$(json submission < post.json)" --json"#),
    Answer(
      "vitrine library impact ID",
      #"""
      {
        hours() { # TEXT: a template whose default somebody mends
          mkdir -p desk/content-library/templates
          printf '%s\n' --- 'title: Horaires' 'networks: [facebook]' 'fields:' \
            "  - {name: heures, type: text, label: Heures, default: '$1', max: 60}" --- '' \
            '{{store.name}} : {{heures}}' > desk/content-library/templates/horaires-page.md
        }
        hours 'Ouvert dimanche de 9 h a 12 h'
        VITRINE_TOKEN=$nora vitrine post adapt horaires-page --yes
        VITRINE_TOKEN=$nora vitrine post adapt horaires-page --set heures='Fermé dimanche'
        hours 'Ouvert dimanche de 9 h à 12 h'
      } > /dev/null
      VITRINE_TOKEN=$editor vitrine library impact horaires-page --json
      """#),
    Answer(
      "vitrine library rebase ID",
      "VITRINE_TOKEN=$editor vitrine library rebase horaires-page --json"),
    Answer(
      "vitrine calendar check",
      #"""
      {
        mkdir -p desk/calendars
        printf '%s\n' 'entries:' '  - id: horaires-de-mars' '    template: horaires-page' \
          '    stores: store:FR-0001' '    binding: default' '    at: local:2031-03-07T09:00' \
          > desk/calendars/page.yaml
        march=(--from 2031-03-01 --to 2031-03-31)
      } > /dev/null
      vitrine calendar check --json
      """#),
    Answer(
      "vitrine calendar plan",
      #"VITRINE_TOKEN=$editor vitrine calendar plan "${march[@]}" --json"#),
    Answer(
      "vitrine calendar apply",
      #"""
      VITRINE_TOKEN=$editor vitrine calendar apply "${march[@]}" --json | tee calendar.json
      """#),
    Answer(
      "vitrine calendar submit|approve|reject PLAN",
      #"VITRINE_TOKEN=$first vitrine calendar approve "$(json plan < calendar.json)" --json"#),
    Answer(
      "vitrine calendar show --store CODE --month YYYY-MM",
      "VITRINE_TOKEN=$nora vitrine calendar show --store FR-0001 --month 2031-03 --json"),
    Answer(
      "vitrine calendar export --ics FILE",
      #"VITRINE_TOKEN=$nora vitrine calendar export --ics year.ics "${march[@]}" --json"#),
    Answer(
      "vitrine calendar decline ENTRY --store CODE --reason TEXT",
      """
      VITRINE_TOKEN=$nora vitrine calendar decline horaires-de-mars --store FR-0001 \
        --reason 'the page' --json
      """),
    Answer("vitrine post expired", "VITRINE_TOKEN=$nora vitrine post expired --json"),
    Answer(
      "vitrine freeze --to SELECTOR --reason TEXT",
      """
      {
        VITRINE_TOKEN=$nora vitrine post adapt horaires-page --yes --json > waiting.json
        VITRINE_TOKEN=$nora vitrine post publish "$(json submission < waiting.json)" --detach
      } > /dev/null
      VITRINE_TOKEN=$launcher vitrine freeze --to store:FR-0001 --reason 'the page' --json
      """),
    Answer(
      "vitrine unfreeze --to SELECTOR --reason TEXT",
      """
      VITRINE_TOKEN=$launcher vitrine unfreeze --to store:FR-0001 --reason 'the page' --json
      """),
    Answer(
      "vitrine broadcast plan FILE.md --to SELECTOR",
      #"VITRINE_TOKEN=$editor vitrine broadcast plan "${message[@]}" --json"#),
    Answer(
      "vitrine broadcast create FILE.md --to SELECTOR",
      """
      VITRINE_TOKEN=$editor vitrine broadcast create content-library/messages/retrait-jouets.md \
        --to region:Corse --json | tee broadcast.json
      """),
    Answer("vitrine broadcast list", "vitrine broadcast list --json"),
    Answer(
      "vitrine broadcast show ID", #"vitrine broadcast show "$(json id < broadcast.json)" --json"#),
    Answer(
      "vitrine broadcast submit|approve|reject|pause|resume|cancel|retry|close ID",
      """
      VITRINE_TOKEN=$editor vitrine broadcast submit "$(json id < broadcast.json)" --json
      """),
    Answer(
      "vitrine broadcast launch ID",
      #"VITRINE_TOKEN=$launcher vitrine broadcast launch "$id" --json"#
    ),
    Answer(
      "vitrine broadcast status ID --pages", #"vitrine broadcast status "$id" --pages --json"#),
    Answer("vitrine broadcast verify ID", #"vitrine broadcast verify "$id" --json"#),
    Answer(
      "vitrine broadcast receipt ID --out DIR",
      #"vitrine broadcast receipt "$id" --out receipt-again --json"#),
    Answer("vitrine key rotate", "vitrine key rotate --json"),
    Answer(
      "vitrine audit list",
      "export VITRINE_TOKEN=$(json token < login.json); vitrine audit list --limit 60 --json"),
    Answer("vitrine audit show INDEX", "vitrine audit show 0 --json"),
    Answer("vitrine audit verify", "vitrine audit verify --json"),
    Answer("vitrine audit checkpoint", "vitrine audit checkpoint --json"),
    Answer(
      "vitrine audit reconcile --select SELECTOR",
      "vitrine audit reconcile --select region:Corse --json"),
    Answer("vitrine audit key", "vitrine audit key --json"),
    Answer("vitrine audit export --out DIR", "vitrine audit export --out export --json"),
    Answer(
      "an error, on standard error",
      "{ vitrine store show FR-9999 --json || true; } 2>&1"),
  ]
}
