import Testing

@testable import Drafts

@Suite("The app's answers in plain words")
struct BackendVerdictTests {
    func verdict(_ status: Int?, _ body: String = "", _ message: String = "set groceries to 300") throws
        -> BackendVerdict
    {
        BackendVerdict(status: status, body: Array(body.utf8), to: try #require(Rosa.draft(message)))
    }

    static let stored = #"{"success":true,"message":"ok","statusCode":200,"data":{"_id":"662100000000000000000001"}}"#

    @Test("200 and 201 with success are saved, with the id; anything less is not known")
    func saved() throws {
        #expect(try verdict(200, Self.stored) == .saved(id: "662100000000000000000001"))
        #expect(try verdict(201, Self.stored) == .saved(id: "662100000000000000000001"))
        #expect(try verdict(200, #"{"success":true,"data":true}"#) == .saved(id: nil))
        #expect(try verdict(200, #"{"success":true,"data":{"_id":"../x"}}"#) == .saved(id: nil))
        for body in ["", "<html>", #"{"success":false}"#, "[]", String(repeating: "x", count: 300_000)] {
            #expect(try verdict(200, body) == .unknown)
        }
    }

    @Test(
        "no answer, a time-out and any fault of the server must be read back",
        arguments: [nil, 408, 500, 502, 503, 504, 0])
    func unknown(_ status: Int?) throws {
        #expect(try verdict(status, Self.stored) == .unknown)
    }

    static let refusals: [(Int, String)] = [
        (401, "Your sign-in has run out. Please sign in again, then ask once more."),
        (403, "The app does not allow this for your account."), (404, "That budget is no longer in the app."),
        (409, "The app has changed in the meantime. Please ask again."),
        (429, "The app is asked too often just now. Please try again in a minute."),
        (400, "The app did not accept one of the values of this budget."), (302, "The app did not accept this."),
        (418, "The app did not accept this."),
    ]

    @Test("a refusal is one sentence of ours, whatever the app's own text says", arguments: refusals)
    func refused(_ status: Int, _ sentence: String) throws {
        let raw =
            #"{"success":false,"message":"E11000 duplicate key 66200 <script>","error":[{"path":"secret","message":"x"}]}"#
        #expect(try verdict(status, raw) == .refused(sentence: sentence))
    }

    @Test("a refused field is named when it is one of the contract's")
    func fields() throws {
        let raw = #"{"success":false,"error":[{"path":"body.amount","message":"raw"},{"path":"endDate"},{"path":"x"}]}"#
        #expect(try verdict(400, raw) == .refused(sentence: "The app did not accept the amount and the day."))
    }

    @Test("a refused expense with a category may be stored all the same, and is read back")
    func storedDespiteRefusal() throws {
        #expect(try verdict(400, "", "spent £9 on groceries") == .unknown)
        #expect(try verdict(401, "", "spent £9 on groceries") != .unknown)
        #expect(try verdict(400, "", "spent £9 on lunch") != .unknown)
    }
}
