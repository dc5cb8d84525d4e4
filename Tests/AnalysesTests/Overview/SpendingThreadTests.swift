import Analyses
import Finance
import TestKit
import Testing

@Suite("A question about spending within a conversation")
struct SpendingThreadTests {
    private func thread(_ question: String, after earlier: [String] = []) throws -> SpendingThread? {
        let snapshot = try Histories.snapshot(
            on: "2026-04-20",
            [
                Histories.expense("Nando's", 30_00, "2026-03-06", category: "Eating out"),
                Histories.expense("Tesco", 40_00, "2026-03-09", category: "Groceries"),
                Histories.expense("Lidl", 25_00, "2026-04-16", category: "Groceries"),
            ])
        return SpendingThread(question, after: earlier, in: snapshot)
    }

    @Test("what a follow-up leaves out is taken from the questions before it")
    func followUp() throws {
        let earlier = ["Hello!", "How much did I spend on eating out last month?"]
        let thread = try #require(try thread("how about just groceries?", after: earlier))
        #expect(thread.answer?.total == Money(pence: 40_00) && thread.answer?.question.period.window == "2026-03")
        let second = try #require(
            try self.thread("and this month?", after: earlier + ["how about just groceries?"]))
        #expect(second.answer?.total == Money(pence: 25_00))
    }

    @Test("a question about something else ends the thread, and is none of its own")
    func ended() throws {
        let earlier = ["How much did I spend on eating out last month?", "What is an ISA?"]
        #expect(try thread("how about just groceries?", after: earlier) == nil)
        #expect(try thread("What is an ISA?") == nil && thread("Can I afford to buy a canoe?") == nil)
    }

    @Test("a name that is none of the person's own is asked back, with what it could be")
    func unclear() throws {
        let thread = try #require(try thread("How much did I spend on my dog last month?"))
        #expect(thread.answer == nil)
        #expect(thread.remark?.hasPrefix("No category, budget or payment is called “dog”.") == true)
        #expect(thread.remark?.hasSuffix("Ask which is meant.") == true)
    }

    @Test("a budget's payments are those entered with it, and those called so that were entered with none")
    func budget() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        for (month, total) in [("last month", 1_150_00), ("this month", 1_150_00)] {
            let thread = try #require(SpendingThread("How much did I spend on rent \(month)?", after: [], in: maya))
            #expect(thread.answer?.total == Money(pence: Int64(total)), "\(month)")
        }
    }

    @Test("only the last four questions are looked at")
    func bounded() throws {
        let first = "How much did I spend on eating out last month?"
        let follow = Array(repeating: "and groceries?", count: 3)
        #expect(try thread("and in total?", after: [first] + follow)?.answer?.question.period.window == "2026-03")
        #expect(try thread("and in total?", after: [first] + follow + follow) == nil)
    }
}
