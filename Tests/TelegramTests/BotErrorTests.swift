import Curl
import Testing

@testable import Telegram

@Suite("Why a call came to nothing")
struct BotErrorTests {
    @Test("only what cannot have been sent is unreachable", arguments: CurlError.Code.allCases)
    func transfers(code: CurlError.Code) {
        let unsent: Set<CurlError.Code> = [.resolve, .connect, .connectTimeout, .tls]
        let error = BotError(CurlError(code, "words"))
        #expect((error.code == .unreachable) == unsent.contains(code))
        #expect(error.cause?.code == code && error.message == "words" && !error.dropsLink)
        let doubtful: Set<CurlError.Code> = [
            .firstByteTimeout, .idleTimeout, .totalTimeout, .cut, .badRequest, .failed,
        ]
        #expect((error.code == .unanswered) == doubtful.contains(code))
    }

    @Test("only blocked drops a link", arguments: BotError.Code.allCases)
    func drops(code: BotError.Code) {
        #expect(BotError(code, "").dropsLink == (code == .blocked))
        #expect(BotError(code, "words").description == "\(code.rawValue): words")
    }
}
