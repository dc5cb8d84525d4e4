import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Mood beside spending")
struct MoodSpendingTests {
    /// Days before today with these moods, each day costing its number of days back in pounds.
    private func beside(_ moods: [(back: Int, mood: Int)]) throws -> MoodSpending {
        let snapshot = try Days.snapshot(60) { Int64(Days.today.number - $0.number) * 100 }
        return MoodSpending(of: Days.log(moods), in: snapshot)
    }

    private func moods(low: Int, high: Int, middle: Int = 0) -> [(back: Int, mood: Int)] {
        (0..<low).map { ($0 + 1, 1) } + (0..<high).map { ($0 + 21, 4) } + (0..<middle).map { ($0 + 41, 3) }
    }

    @Test("medians with their counts when both sides have eight days")
    func medians() throws {
        let beside = try beside(moods(low: 8, high: 9, middle: 8))
        #expect(beside.reason == nil)
        #expect(beside.sides.map(\.days) == [8, 8, 9])
        #expect(beside.sides.map(\.median) == [450, 4_450, 2_500].map { Money(pence: $0) })
        #expect(beside.figures.first?.printed == "£4.50")
        #expect(beside.figures.first?.window == "2026-01-20/2026-04-19")
        #expect(Set(beside.figures.map(\.id)).count == 6)
    }

    @Test(
        "nothing is compared while one side has fewer, and the reason says how many there are",
        arguments: [(7, 8), (8, 7)])
    func tooFew(low: Int, high: Int) throws {
        let beside = try beside(moods(low: low, high: high, middle: 9))
        #expect(beside.sides.allSatisfy { $0.median == nil })
        #expect(
            beside.reason == "it needs 8 days with a low mood and 8 with a high one; there are \(low) and \(high)")
        #expect(beside.figures.filter { $0.value == nil }.allSatisfy { $0.basis == beside.reason })
    }

    @Test("a middle with too few days is left out of an otherwise full comparison")
    func middle() throws {
        let beside = try beside(moods(low: 8, high: 8, middle: 7))
        #expect(beside.sides.map { $0.median == nil } == [false, true, false])
        #expect(beside.card.data.text.contains(#""reason":"there are fewer than 8 such days""#))
    }

    @Test("today, days before the first expense and days that are no longer kept do not count")
    func window() throws {
        let beside = try beside([(0, 1), (1, 1), (60, 1), (61, 1)])
        #expect(beside.sides[0].days == 2)
        let long = try Days.snapshot(120) { _ in 100 }
        #expect(MoodSpending(of: Days.log([(90, 1), (91, 1)]), in: long).sides[0].days == 1)
    }

    @Test("no word of it speaks of a cause")
    func noCause() throws {
        let beside = try beside(moods(low: 8, high: 8, middle: 8))
        let text = (beside.figures.flatMap { [$0.label, $0.basis] } + [beside.card.title, beside.json.text])
            .joined(separator: " ").lowercased()
        for word in ["because", "cause", "due to", "leads", "makes you", "effect", "therefore", "so you", "result"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("no one else's analysis can take it: no stored part of it, and no source of it, knows of moods")
    func onlyForThePerson() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let risk = RiskAssessment(of: snapshot)
        let member = PeerMember(of: snapshot, in: snapshot.month, id: "x")
        #expect(!Self.types(in: risk).contains { $0.contains("Mood") || $0.contains("DayRisk") })
        #expect(!Self.types(in: member).contains { $0.contains("Mood") || $0.contains("DayRisk") })
        #expect(!snapshot.figuresOfReview.contains { $0.id.contains("mood") })
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        for folder in ["Analyses/Risk", "Analyses/Peers", "Analyses/AdminAlerts", "Analyses/Nudges"] {
            let files = try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: folder).path())
                .filter { $0.hasSuffix(".swift") }
            #expect(!files.isEmpty)
            for file in files {
                let text = try String(contentsOf: sources.appending(path: "\(folder)/\(file)"), encoding: .utf8)
                #expect(!text.contains("Mood") && !text.contains("DayRisk"), "\(folder)/\(file)")
            }
        }
    }

    /// The types of everything a value holds.
    private static func types(in value: Any, depth: Int = 0) -> [String] {
        guard depth < 4 else { return [] }
        let children = Mirror(reflecting: value).children.prefix(20)
        return [String(describing: type(of: value))] + children.flatMap { types(in: $0.value, depth: depth + 1) }
    }
}

extension Snapshot {
    fileprivate var figuresOfReview: [Figure] { Review(of: self).figures }
}
