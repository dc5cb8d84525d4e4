import Testing

@testable import Analyses

@Suite("Features of a name")
struct NameFeaturesTests {
    private func features(_ name: String) -> Set<Int> { Set(NameFeatures.of(NameKey(name))) }

    @Test("each once, in order, within the buckets")
    func ordered() {
        let features = NameFeatures.of(NameKey("banana banana"))
        #expect(features == Set(features).sorted() && features == NameFeatures.of(NameKey("banana")))
        #expect(features.allSatisfy { (0..<NameFeatures.buckets).contains($0) })
    }

    @Test("a slip of the finger keeps a good part of the runs, another name hardly any")
    func likeness() {
        let name = features("waterstones")
        #expect(name.intersection(features("watersones")).count * 3 > name.count)
        #expect(name.intersection(features("kennels")).count * 5 < name.count)
    }

    @Test("nothing has none, a letter has its word and one run")
    func small() {
        #expect(features("").isEmpty)
        #expect(NameFeatures.of(NameKey("b")).count == 2)
    }
}
