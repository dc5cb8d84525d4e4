import Testing

@testable import Analyses

@Suite("Corrections")
struct CategoryCorrectionsTests {
    @Test("one correction counts at once, for every spelling that says the same; the newest wins")
    func atOnce() {
        var corrections = CategoryCorrections()
        #expect(corrections.category(of: "Tesco 12") == nil)
        corrections.correct("TESCO 99", to: "Food")
        #expect(corrections.category(of: "tesco") == "Food")
        corrections.correct("Tesco", to: "Car")
        #expect(corrections.category(of: "Tesco") == "Car" && corrections.count == 1)
    }

    @Test("an empty category takes it back; a name that says nothing is not taken down")
    func back() {
        var corrections = CategoryCorrections()
        corrections.correct("Tesco", to: "Food")
        corrections.correct("Tesco", to: "  ")
        corrections.correct("123", to: "Food")
        #expect(corrections.count == 0 && corrections.category(of: "Tesco") == nil)
        #expect(corrections.category(of: "") == nil)
    }

    @Test("a thousand are kept, the oldest goes first")
    func bounded() {
        var corrections = CategoryCorrections()
        func name(_ place: Int) -> String {
            String(String(place, radix: 2).map { $0 == "0" ? "a" : "b" })
        }
        for place in 0...CategoryCorrections.limit { corrections.correct(name(place), to: "c\(place)") }
        #expect(corrections.count == CategoryCorrections.limit)
        #expect(corrections.category(of: name(0)) == nil && corrections.category(of: name(1)) == "c1")
    }
}
