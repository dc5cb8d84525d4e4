internal import Finance
public import FoundationEssentials
public import Metrics
internal import NIOConcurrencyHelpers
public import Ports
internal import Prompts

/// Where calls to models are paid: sets money aside before each, and books afterwards what it took.
///
/// 1. Without the ledger's yes nothing is asked: a ledger that is away stops models, not answers by rule.
/// 2. Booking is a step of its own, by `run`, never of the task that asked: that one may have been cancelled. What comes
///    together is booked together, and tried again until the store takes it.
/// 3. What was asked for and not answered is given back the same way, as if it had been granted.
public final class SpendDesk: Sendable {
    /// What the operator sets.
    public struct Settings: Sendable {
        /// What models cost.
        public var prices: PriceList
        /// How much may be spent.
        public var caps: SpendCaps
        /// Settlements that may wait for the store.
        public var room = 10_000
        /// The first wait after the store took none; doubled each time, up to a minute.
        public var patience: Duration = .milliseconds(500)

        /// Settings with the usual limits.
        public init(prices: PriceList = .openAI, caps: SpendCaps) {
            self.prices = prices
            self.caps = caps
        }
    }

    /// What the operator has set.
    public let settings: Settings
    let ledger: SpendLedger
    let clock: any Clock<Duration>
    let counters: SpendCounters
    let line: NIOLockedValueBox<SettlementLine>
    let (calls, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let now: @Sendable () -> Date
    private let turns = NIOLockedValueBox(TurnSums())

    /// A desk over a ledger. `now` tells the day, `clock` times second tries.
    public init(
        _ ledger: SpendLedger, _ settings: Settings, clock: any Clock<Duration> = ContinuousClock(),
        metrics: any MetricsFactory = MetricsSystem.factory, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.ledger = ledger
        self.settings = settings
        self.clock = clock
        self.now = now
        counters = SpendCounters(metrics: metrics)
        line = NIOLockedValueBox(SettlementLine(limit: settings.room))
    }

    /// Sets aside what a call may cost with the first of the models that fits. Throws `capped` with the time until the cap
    /// starts afresh, or `busy` when the ledger cannot be asked.
    func reserve(
        _ call: PaidCall, _ feature: SpendFeature, models: [String]
    ) async throws(PortError) -> SpendReservation {
        let choices = models.map { SpendChoice(model: $0, amount: bound(of: call, with: $0)) }
        let wish = SpendRequest(
            id: Self.number(), day: Day(now()), feature: feature, person: call.person, choices: choices)
        // The dearest counts until the ledger has said which it is.
        let most = choices.map(\.amount).max() ?? .zero
        guard turns.withLockedValue({ $0.take(most, for: call.turn, cap: settings.caps.turn) }) else {
            throw refuse(SpendRefusal(cap: .turn, until: nil), feature)
        }
        do throws(PortError) {
            let reservation = try await ask(wish)
            turns.withLockedValue { $0.change(call.turn, by: reservation.amount - most) }
            return reservation
        } catch {
            turns.withLockedValue { $0.change(call.turn, by: .zero - most) }
            throw error
        }
    }

    /// Books what a call took; never waits.
    func settle(_ reservation: SpendReservation, turn: String?, taken tab: SpendTab) {
        let taken = tab.taken(at: settings.prices.quote(for: reservation.model).price)
        let settlement = SpendSettlement(reservation, taken: taken)
        turns.withLockedValue { $0.change(turn, by: settlement.change) }
        counters.settled(settlement)
        add([settlement])
    }

    /// Our count of everything that is sent.
    static func promptTokens(of request: CompletionRequest) -> Int {
        let tools = request.tools.isEmpty ? 0 : TokenEstimate.of(ToolSpec.openAI(request.tools))
        return TokenEstimate.of(request.prompt.messages) + tools
    }

    private func ask(_ wish: SpendRequest) async throws(PortError) -> SpendReservation {
        let answer: SpendAnswer
        do throws(PortError) {
            answer = try await ledger.reserve(wish, settings.caps)
        } catch {
            add(wish.choices.indices.map { SpendSettlement(wish.reservation($0), taken: nil) })
            if error.code == .cancelled { throw error }
            counters.refused("ledger", wish.feature)
            throw PortError(.busy, "the spend ledger cannot be asked, so no model is: \(error)")
        }
        switch answer {
        case .refused(let refusal): throw refuse(refusal, wish.feature)
        case .granted(let reservation): return reservation
        }
    }

    /// The most a call can cost. Our count of tokens is a rule of thumb, and numbers take more tokens than words do, so
    /// half as many again are set aside for the prompt.
    private func bound(of call: PaidCall, with model: String) -> Spend {
        settings.prices.quote(for: model).price.cost(
            prompt: call.promptTokens + call.promptTokens / 2, completion: call.mostCompletionTokens)
    }

    private func refuse(_ refusal: SpendRefusal, _ feature: SpendFeature) -> PortError {
        counters.refused(refusal.cap.rawValue, feature)
        let wait = refusal.until.map { Duration.seconds(max(1, $0.timeIntervalSince(now()).rounded(.up))) }
        return PortError(.capped, "the spending cap of \(refusal.cap.rawValue) is reached", retryAfter: wait)
    }

    /// Letters and digits nobody else draws.
    private static func number() -> String {
        String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
