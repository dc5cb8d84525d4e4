import Testing

@testable import OpenAI

@Suite("When to try again")
struct RetryPolicyTests {
    private let policy = RetryPolicy()

    private func decide(
        _ code: OpenAIError.Code, after: Duration? = nil, retries: Int = 0, elapsed: Duration = .zero,
        random: Double = 0.5
    ) -> RetryPolicy.Decision {
        policy.decide(OpenAIError(code, "", retryAfter: after), retries: retries, elapsed: elapsed, random: random)
    }

    @Test(
        "what may pass is tried twice more",
        arguments: [
            OpenAIError.Code.rateLimited, .conflict, .serverTimeout, .serverFailed, .overloaded, .unreachable,
            .brokenOff,
        ])
    func passing(code: OpenAIError.Code) {
        #expect(decide(code) == .retry(after: .milliseconds(250)))
        #expect(decide(code, retries: 1) == .retry(after: .milliseconds(500)))
        #expect(decide(code, retries: 2) == .giveUp)
    }

    @Test(
        "a deadline that ran out is tried once more", arguments: [OpenAIError.Code.connectTimeout, .firstByteTimeout])
    func deadlines(code: OpenAIError.Code) {
        #expect(decide(code) != .giveUp)
        #expect(decide(code, retries: 1) == .giveUp)
    }

    @Test(
        "what waiting does not mend is never tried again",
        arguments: [
            OpenAIError.Code.unauthorised, .forbidden, .notFound, .badRequest, .contextTooLong, .quota, .malformed,
            .empty,
            .stalled, .overTime, .busy, .cancelled, .closed,
        ])
    func lasting(code: OpenAIError.Code) {
        #expect(decide(code, after: .seconds(1)) == .giveUp)
    }

    @Test("every code has its place in one of the lists")
    func complete() {
        let retried = OpenAIError.Code.allCases.filter { decide($0) != .giveUp }
        #expect(retried.count == 9 && OpenAIError.Code.allCases.count == 22)
    }

    @Test("the wait is drawn from zero to a bound that doubles up to eight seconds")
    func jitter() {
        var patient = policy
        patient.maxRetries = 20
        let bounds = (0..<8).map {
            patient.decide(OpenAIError(.serverFailed, ""), retries: $0, elapsed: .zero, random: 1)
        }
        #expect(bounds == [0.5, 1, 2, 4, 8, 8, 8, 8].map { .retry(after: .seconds($0)) })
        #expect(decide(.serverFailed, random: 0) == .retry(after: .zero))
    }

    @Test("a wait the provider names is kept; more than twenty seconds is not waited for")
    func retryAfter() {
        #expect(decide(.rateLimited, after: .seconds(1), random: 0) == .retry(after: .seconds(1)))
        #expect(decide(.rateLimited, after: .seconds(20)) == .retry(after: .seconds(20)))
        #expect(decide(.rateLimited, after: .milliseconds(20_001)) == .giveUp)
    }

    @Test("nothing begins when the patience is used up")
    func patience() {
        #expect(decide(.serverFailed, elapsed: .seconds(44)) != .giveUp)
        #expect(decide(.serverFailed, elapsed: .seconds(45)) == .giveUp)
        #expect(decide(.rateLimited, after: .seconds(20), elapsed: .seconds(25)) == .giveUp)
    }
}
