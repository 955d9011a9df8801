// Appends records to a desk's log as the product itself appends them, for measurements:
//
//   swift build --product vitrine-log                       (add -c release to measure)
//   vitrine init big --admin "Alice Martin" --json          (a desk; its token reads the log)
//   .build/debug/vitrine-log big/.vitrine/vitrine.db 1000000 [--batch 50] [--seed 1]
//
// The first argument is what `database` of vitrine.yaml says: a path, or a postgresql:// URL. Without
// --batch a transaction holds 10,000 records, to be done soon; --batch 50 is what a broadcast does.
// Publications have texts, so that words can be searched. The records end now and begin as many days
// earlier as they need (1,327 a day), so a million of them reach back two years. Prints JSON: seconds
// in all, and microseconds for each record.

import Foundation
import VitrineCore
import VitrineStorage

var words = Array(CommandLine.arguments.dropFirst())

@MainActor func option(_ name: String, _ otherwise: Int) -> Int {
  guard let place = words.firstIndex(of: name), place + 1 < words.count,
    let number = Int(words[place + 1]), number > 0
  else { return otherwise }
  words.removeSubrange(place...place + 1)
  return number
}

let batch = option("--batch", 10_000)
let seed = option("--seed", 1)
guard words.count == 2, let records = Int(words[1]), records > 0 else {
  FileHandle.standardError.write(
    Data("usage: vitrine-log DATABASE RECORDS [--batch N] [--seed N]\n".utf8))
  exit(64)
}

let folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
let database = try await Databases.open(words[0], base: folder)
try await database.migrate(Schema.migrations)
let start = Timestamp(clamping: Int64(Date().timeIntervalSince1970 * 1000))
  .advanced(bySeconds: -Int64(records / 1_327 + 1) * 86_400)
var story = LogStory(seed: UInt64(seed), from: start)
var spent = Duration.zero
var done = 0
let clock = ContinuousClock()
while done < records {
  let piece = story.next(min(batch, records - done))
  spent += try await clock.measure {
    try await database.write { transaction in
      let texts = StoryText.texts(of: piece, from: try transaction.auditHead(lock: true).size)
      try transaction.append(piece)
      try transaction.archive(texts)
    }
  }
  done += piece.count
}
await database.close()
let microseconds =
  spent.components.seconds * 1_000_000 + spent.components.attoseconds / 1_000_000_000_000
print(
  JSON.object([
    "records": .integer(Int64(done)), "batch": .integer(Int64(batch)),
    "milliseconds": .integer(microseconds / 1000),
    "nanosecondsPerRecord": .integer(microseconds * 1000 / Int64(done)),
  ]).text)
