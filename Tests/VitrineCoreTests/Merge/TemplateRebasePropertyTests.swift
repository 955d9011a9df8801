import Testing

@testable import VitrineCore

/// Five hundred pairs of a template's correction and a store's adaptation.
struct TemplateRebasePropertyTests {
  @Test func `nothing that a store wrote is lost without being listed`() {
    var seen: [String: Int] = [:]
    for seed in 0..<500 {
      let world = RebaseWorld(seed: seed)
      let result = world.way.apply(to: world.adaptation)
      for kind in result.conflicts.map(\.kind) + result.notices.map(\.kind) {
        seen[kind, default: 0] += 1
      }
      #expect(result.adaptation.pictures == world.adaptation.pictures, "\(seed)")
      for (name, answer) in world.adaptation.values where !answer.isEmpty {
        let fate = fate(of: answer, in: name, world, result)
        seen[fate, default: 0] += 1
        #expect(fate != "lost", "\(seed): \(name) was '\(answer)', now \(result)")
      }
    }
    // A kind of fate that no seed meets would be one that is not tested.
    let fates = [
      "stays", "listed", "default", "gone", "unfit", "overlap", "unanswered", "renamed", "reworded",
      "retyped", "merged", "suggested", "emptied",
    ]
    for kind in fates { #expect(seen[kind, default: 0] >= 3, "\(kind) in \(seen)") }
  }

  /// What became of an answer; `lost` when nobody could say.
  private func fate(
    of answer: String, in name: String, _ world: RebaseWorld, _ result: TemplateRebase.Result
  ) -> String {
    if result.conflicts.contains(where: { $0.value == answer }) { return "listed" }
    let renamed = result.notices.first { $0.change == .renamed(from: name) }
    let place = renamed?.field ?? name
    guard let kept = result.adaptation.values[place] else {
      // Head office's own words, which the store left as they were, follow head office.
      let isDefault = world.base.contains { $0.name == name && $0.standard == answer }
      return isDefault ? "default" : "lost"
    }
    if kept == answer { return "stays" }
    let isTold = result.notices.contains {
      $0.field == place && $0.change == .merged(before: answer, after: kept)
    }
    let standard = world.base.first { $0.name == name }?.standard ?? ""
    let own = Set(answer.words).subtracting(standard.words)
    return isTold && own.isSubset(of: kept.words) ? "merged" : "lost"
  }

  @Test func `every answer that is left fits its field, and none comes from nowhere`() {
    for seed in 0..<500 {
      let world = RebaseWorld(seed: seed)
      let result = world.way.apply(to: world.adaptation)
      let fields = FieldMatch.byName(world.corrected)
      for (name, value) in result.adaptation.values {
        let field = fields[name]
        #expect(
          field.map { value.isEmpty ? !$0.isRequired : FieldValue.fits(value, $0) } == true,
          "\(seed): \(name) '\(value)'")
        let before = result.notices.lazy.compactMap { notice -> String? in
          guard notice.field == name, case .renamed(let before) = notice.change else { return nil }
          return before
        }.first
        #expect(world.adaptation.values[before ?? name] != nil, "\(seed): \(name) '\(value)'")
      }
    }
  }

  @Test func `a second rebase to the same version does nothing`() {
    for seed in 0..<500 {
      let world = RebaseWorld(seed: seed)
      let template = TemplateRebaseTests.template(world.corrected)
      let first = world.way.apply(to: world.adaptation).adaptation
      let second = TemplateRebase(from: template, to: template).apply(to: first)
      #expect(second == TemplateRebase.Result(adaptation: first), "\(seed)")
    }
  }
}
