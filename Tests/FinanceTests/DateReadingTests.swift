import Finance
import FoundationEssentials
import Testing

@Suite("Reading a date")
struct DateReadingTests {
    static let mayDay = Date(timeIntervalSince1970: 1_778_716_800)  // 2026-05-14T00:00:00Z

    @Test(
        "every shape that clients of the backend have sent",
        arguments: [
            "2026-05-14", "2026-05-14T00:00:00Z", "2026-05-14T00:00:00.000Z", "2026-05-14T00:00:00",
            "2026-05-14 00:00", "2026-05-14T01:00:00+01:00", "2026-05-13T19:30:00-0430", "2026-05-14T02:00+02",
            "Thu May 14 2026", "Thu May 14 2026 00:00:00 GMT+0000 (Coordinated Universal Time)",
            "Thu May 14 2026 01:00:00 GMT+0100 (British Summer Time)", "thu may 14 2026 00:00:00", " 2026-05-14 ",
        ])
    func shapes(text: String) { #expect(Date.reading(.string(text)) == Self.mayDay) }

    @Test("parts of a second are kept to the millisecond")
    func milliseconds() {
        #expect(Date.reading(text: "2026-05-14T00:00:00.1204Z") == Self.mayDay.addingTimeInterval(0.12).stored)
        #expect(Self.mayDay.addingTimeInterval(0.000_4).stored == Self.mayDay)
    }

    @Test(
        "what is no date, or means different days in different countries",
        arguments: [
            "", "soon", "05/11/2025", "14.05.2026", "2026-5-14", "2026-13-01", "2026-02-30", "2026-05-14T24:00:00Z",
            "2026-05-14T10:00:00ZZ", "2026-05-14T10", "2026-05-14T10:00:00+1", "2026-05-14X", "Thu Foo 14 2026",
            "Thu May 32 2026", "0000-01-01", "1776679200000", "1850-01-01", "9999-12-31", "２０２６-05-14",
        ])
    func refused(text: String) { #expect(Date.reading(.string(text)) == nil) }

    @Test("only dates and text are dates")
    func kinds() {
        #expect(Date.reading(.date(Self.mayDay)) == Self.mayDay)
        for value: Document.Value? in [nil, .null, .int(1_778_716_800_000), .bool(true), .array([])] {
            #expect(Date.reading(value) == nil)
        }
    }

    @Test(
        "instants no calendar of ours reaches are no dates",
        arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e15, 1e13])
    func unreachable(seconds: Double) { #expect(Date(timeIntervalSince1970: seconds).stored == nil) }

    @Test("prints RFC 3339 in UTC")
    func rfc3339() {
        #expect(Date(timeIntervalSince1970: 1_776_679_200).rfc3339 == "2026-04-20T10:00:00Z")
        #expect(Date(timeIntervalSince1970: -1).rfc3339 == "1969-12-31T23:59:59Z")
    }
}
