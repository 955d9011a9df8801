import Testing

@testable import VitrineCore

struct OmissionTests {
  private func render(_ text: String, omitting names: Set<String>) -> TextTemplate.Rendering {
    let template = TextTemplate.parse(text, declared: ["a", "b", "c"]).template
    return template.omitting(names).render(["a": "A", "b": "B", "c": "C"])
  }

  @Test(arguments: [
    ("x\n\n{{a}}\n\ny", "x\n\ny"), ("x\n{{a}}\ny", "x\ny"), ("{{a}}\n\nx", "x"),
    ("x\n\n{{a}}", "x"), ("x\n\nde {{a}} et {{b}}\n\ny", "x\n\ny"),
    ("x\n\n{{a}}\n{{b}}\n\ny", "x\n\nB\n\ny"), ("x\n\n{{a}}\n\n{{a}}\n\ny", "x\n\ny"),
    ("x\n\n\ny\n{{a}}", "x\n\n\ny"), ("x\n\n{{a}}\n\n\ny", "x\n\n\ny"), ("{{a}}", ""),
    ("{{b}}\n{{a}}", "B"), ("x \\{{a}}\n{{a}}", "x {{a}}"),
  ])
  func `a field that stays empty takes its line, and two blank lines become one`(
    text: String, expected: String
  ) {
    #expect(render(text, omitting: ["a"]) == .text(expected))
  }

  @Test func `nothing changes where no such field stands`() {
    let template = TextTemplate.parse("x {{b}}\n\n\ny", declared: ["b"]).template
    #expect(template.omitting(["a"]) == template)
  }
}
