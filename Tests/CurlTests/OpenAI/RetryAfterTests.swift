import Curl
import FoundationEssentials
import Testing

@testable import OpenAI

@Suite("How long a provider asks us to wait")
struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT.
    private let now = Date(timeIntervalSince1970: 784_111_777)

    private func wait(_ headers: CurlHeader...) -> Duration? {
        RetryAfter(CurlHead(status: 429, headers: headers), now: now).duration
    }

    @Test(
        "seconds, whole or not",
        arguments: [("1", Duration.seconds(1)), ("1.5", .milliseconds(1500)), ("9999", .seconds(9999))])
    func seconds(value: String, expected: Duration) {
        #expect(wait(CurlHeader("Retry-After", value)) == expected)
    }

    @Test("milliseconds, which count before seconds")
    func milliseconds() {
        #expect(wait(CurlHeader("retry-after", "9"), CurlHeader("Retry-After-Ms", "250")) == .milliseconds(250))
        #expect(wait(CurlHeader("retry-after", "9"), CurlHeader("Retry-After-Ms", "soon")) == .seconds(9))
    }

    @Test("a date, measured from now")
    func date() {
        #expect(wait(CurlHeader("Retry-After", "Sun, 06 Nov 1994 08:49:47 GMT")) == .seconds(10))
        #expect(wait(CurlHeader("Retry-After", "Mon, 07 Nov 1994 08:49:37 GMT")) == .seconds(86_400))
    }

    @Test(
        "nonsense, the past and nothing at all are no wait",
        arguments: [
            "0", "-5", "soon", "", "nan", "inf", "-inf", "1e999", "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sat, 05 Nov 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 99:99:99 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT", "06 Nov 1994",
        ])
    func nonsense(value: String) {
        #expect(wait(CurlHeader("Retry-After", value)) == nil)
        #expect(wait() == nil)
    }

    @Test("a wait without end is bounded")
    func bounded() {
        #expect(wait(CurlHeader("Retry-After", "1e300")) == .seconds(86_400))
    }

    @Test(
        "dates come out to the second, leap days included",
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Tue, 29 Feb 2028 12:00:00 GMT", 1_835_438_400),
            ("Wed, 01 Mar 2028 00:00:00 GMT", 1_835_481_600), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        ])
    func dates(text: String, seconds: Int) {
        #expect(HTTPDate(text)?.date == Date(timeIntervalSince1970: Double(seconds)))
    }
}
