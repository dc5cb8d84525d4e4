import Analyses
import Backend
import Finance
import Foundation
import TestKit
import Testing

@testable import Drafts
@testable import TestServers

/// Draft, call, verdict and records together: what the drafts send is what the fake of contract 7 stores, and what a call
/// without an answer did can be told from the records.
@Suite("Drafts, calls and records")
struct ReadBackTests {
    /// One draft of each kind.
    static func fields(_ day: Day) -> [DraftFields] {
        let (ten, hundred) = (Money(pence: 1_050), Money(pence: 10_000))
        return [
            .expense(ExpenseFields(name: "Lunch", amount: ten, fallsOn: day, frequency: .weekly)),
            .income(IncomeFields(name: "Pay", amount: hundred, receivedOn: day, frequency: .monthly)),
            .budget(
                BudgetFields(
                    name: "Food", amount: hundred, category: "Essential(Needs)", kind: .personal, frequency: .monthly)),
            .debt(
                DebtFields(
                    name: "Card", balance: hundred, monthlyPayment: ten, extraPayment: .zero,
                    rate: Rate(basisPoints: 2_490), paymentDueOn: day)),
            .goal(GoalFields(name: "Trip", target: hundred, monthlyTarget: ten, startsOn: day)),
        ]
    }

    static func changed(_ kind: DraftKind) -> DraftFields {
        let amount = Money(pence: 1_275)
        return switch kind {
        case .expense: .expense(ExpenseFields(amount: amount))
        case .income: .income(IncomeFields(amount: amount))
        case .budget: .budget(BudgetFields(amount: amount))
        case .debt: .debt(DebtFields(balance: amount))
        case .goal: .goal(GoalFields(saved: amount))
        }
    }

    /// What the sidecar would read of the fake's records now.
    private func snapshot(_ fake: FakeBackend, _ now: Date = Date()) throws -> Snapshot {
        try Snapshot(
            documents: SnapshotDocuments(
                user: NamedPeople.user(Scene.user, name: "Maya"), incomes: fake.records(.incomes),
                expenses: fake.records(.expenses), budgets: fake.records(.budgets), debts: fake.records(.debts),
                savingGoals: fake.records(.goals)),
            month: Month(containing: now), asOf: now)
    }

    /// Sends a draft made on the records as they are, and looks for it in the records after.
    private func send(
        _ scene: Scene, _ act: Draft.Act, _ fields: DraftFields, _ shape: BackendShape
    ) async throws -> (answer: BackendAnswer, verdict: BackendVerdict?, readBack: ReadBack) {
        let before = try snapshot(scene.fake)
        let draft = try Draft(act, fields, on: before, for: shape)
        let ground = DraftGround(of: draft, in: before)
        let sentAt = Date()
        let answer = try await scene.send(draft.request(for: shape))
        var verdict: BackendVerdict?
        if case .answered(let status, let body) = answer {
            verdict = BackendVerdict(status: status, body: body.bytes, to: draft)
        }
        return (
            answer, verdict,
            ReadBack(
                of: draft, ground: ground, sentAt: sentAt, in: try snapshot(scene.fake, Date(timeIntervalSinceNow: 1)))
        )
    }

    @Test("a draft of every kind is saved under an id, and so is its change", arguments: FakeBackend.Shape.allCases)
    func saved(generation: FakeBackend.Shape) async throws {
        let shape = try #require(BackendShape(rawValue: generation.rawValue))
        try await Scene.with(generation) { scene in
            let drafts = Self.fields(try snapshot(scene.fake).today)
            for fields in drafts {
                let made = try await send(scene, .create, fields, shape)
                guard case .saved(let id?)? = made.verdict else { throw WaitedInVain("\(fields.kind), \(made)") }
                #expect(made.readBack == .applied, "\(fields.kind)")
                let change = try await send(scene, .change(id: id), Self.changed(fields.kind), shape)
                #expect(change.verdict == .saved(id: id) && change.readBack == .applied, "\(fields.kind)")
            }
        }
    }

    @Test(
        "after a break the records tell what was done and what was not", arguments: FakeBackend.Shape.allCases,
        [true, false])
    func brokenOff(generation: FakeBackend.Shape, isDone: Bool) async throws {
        let shape = try #require(BackendShape(rawValue: generation.rawValue))
        try await Scene.with(generation) { scene in
            for fields in Self.fields(try snapshot(scene.fake).today) {
                scene.fake.misbehave(.close, afterDoing: isDone)
                let made = try await send(scene, .create, fields, shape)
                #expect(made.answer == .unknown(.brokenOff))
                #expect(made.readBack == (isDone ? .applied : .notApplied), "\(fields.kind)")
            }
        }
    }

    @Test("a refusal is told by the backend's field names")
    func refused() async throws {
        try await Scene.with { scene in
            let body: [JSON.Member] = [.init("name", "L"), .init("amount", .int(-1))]
            let answer = try await scene.send(BackendRequest(method: .post, path: "/expenses", body: body))
            let before = try snapshot(scene.fake)
            let draft = try Draft(.create, Self.fields(before.today)[0], on: before, for: .current)
            guard case .answered(400, let text) = answer else { throw WaitedInVain("a refusal") }
            let verdict = BackendVerdict(status: 400, body: text.bytes, to: draft)
            #expect(verdict == .refused(sentence: "The app did not accept the name and the amount and the day."))
        }
    }
}
