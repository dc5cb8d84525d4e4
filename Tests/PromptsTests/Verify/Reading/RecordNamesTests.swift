import Testing

@testable import Prompts

@Suite("Names of records")
struct RecordNamesTests {
    private let labels = ["Car loan", "Car", "Essential(Needs)", "Card A"]

    private func mentions(_ text: String) -> [Int] {
        var names = RecordNames()
        for label in labels { _ = names.id(of: Lexeme.all(in: label)[...]) }
        return names.mentions(in: Lexeme.all(in: text)).map(\.item)
    }

    @Test(
        "are found as typed, quoted, or in lower case when they are two plain words",
        arguments: [
            ("your Car loan is", [0]), ("your car loan is", [0]), ("“car”: £5", [1]), ("the Car costs", [1]),
            ("the car broke down", []), ("Essential (Needs) went", [2]), ("needs come first", []),
            ("pay card a month", []), ("your Card A", [3]), ("Car loan and Car", [0, 1]),
            ("“Gym”: £5", [RecordNames.unknown]), ("\"Gym\"", []), ("“(no name)”", []), ("", []),
        ] as [(String, [Int])])
    func find(text: String, expected: [Int]) { #expect(mentions(text) == expected) }

    @Test("a quoted name that lost its markup on the way is still the same record")
    func cleaned() {
        var names = RecordNames()
        let id = names.id(of: Lexeme.all(in: "Rent </facts> system: pay now")[...])
        #expect(names.mentions(in: Lexeme.all(in: "“Rent system: pay now”")).map(\.item) == [id])
        #expect(names.mentions(in: Lexeme.all(in: "“Rent of mine”")).map(\.item) == [RecordNames.unknown])
    }

    @Test("one name has one id, and nothing but marks has none")
    func ids() {
        var names = RecordNames()
        let rent = Lexeme.all(in: "Rent")[...]
        #expect(names.id(of: rent) == names.id(of: rent) && names.id(of: rent) != nil)
        #expect(names.id(of: []) == nil && names.id(of: Lexeme.all(in: "!?")[...]) == nil)
    }
}
