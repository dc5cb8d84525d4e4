import Ports
import Testing

@testable import Adapters
@testable import Mongo

@Suite("Database failures as the work sees them")
struct PortErrorMongoTests {
    @Test("every failure has its meaning, and only those that may pass are worth trying again")
    func codes() async {
        let expected: [MongoError.Code: PortError.Code] = [
            .badAddress: .refused, .unavailable: .unavailable, .timeout: .timeout, .busy: .busy,
            .cancelled: .cancelled, .duplicateKey: .conflict, .notAuthorised: .refused, .refused: .refused,
            .malformed: .malformed, .tooLarge: .refused, .closed: .unavailable,
        ]
        #expect(expected.count == MongoError.Code.allCases.count)
        for (code, meaning) in expected {
            let error = await #expect(throws: PortError.self) {
                try await PortError.translating { () async throws(MongoError) in
                    throw MongoError(code, "in our own words")
                }
            }
            #expect(error == PortError(meaning, "in our own words"))
        }
    }
}
