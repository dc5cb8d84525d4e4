import Finance
import Foundation

@testable import TestServers

/// An answer of the fake as a client of any kind sees it.
struct Told {
    let status: Int
    let body: Document

    /// What stands under `data`.
    var data: Document? { if case .document(let data)? = body["data"] { data } else { nil } }
    var list: [Document.Value]? { if case .array(let list)? = body["data"] { list } else { nil } }
    var message: String? { body.text("message") }

    /// Paths of the error list.
    var paths: [String] {
        guard case .array(let errors)? = body["error"] else { return [] }
        return errors.compactMap { if case .document(let error) = $0 { error.text("path") } else { nil } }
    }
}

extension FakeBackend {
    /// One request with a good token of `user`, or with the header as given.
    func ask(
        _ method: String, _ path: String, _ body: String = "", as user: UserID = Scene.user, header: String? = nil
    ) async throws -> Told {
        let bearer = try header ?? "Bearer \(token(for: user))"
        let headers = [("Content-Type", "application/json")] + (bearer.isEmpty ? [] : [("Authorization", bearer)])
        let response = try await RawHTTP.request(method, "/api/v1" + path, port: port, headers: headers, body: body)
        let value = try JSONDecoder().decode(SentJSON.self, from: Data(response.body)).value
        guard case .document(let document) = value else { throw WaitedInVain("an object") }
        return Told(status: response.status, body: document)
    }

    /// The id of the newest record of a kind.
    func newest(_ kind: FakeKind) throws -> String {
        guard case .id(let id)? = records(kind).last?["_id"] else { throw WaitedInVain("a record") }
        return id
    }
}

/// Bodies that are good for their routes.
enum Bodies {
    static let good: [FakeKind: String] = [
        .incomes: #"{"name":"Pay","amount":2000,"receiveDate":"2026-05-01","frequency":"monthly"}"#,
        .expenses: #"{"name":"Gym","amount":35.5,"endDate":"2026-05-02","frequency":"monthly"}"#,
        .budgets: #"{"name":"Food","amount":300,"type":"personal","category":"Essential(Needs)"}"#,
        .debts: debt("2026-05-03"), .goals: goal(),
    ]

    static let linked =
        #"{"name":"Gym","amount":35,"endDate":"2026-05-02","frequency":"monthly","type":"personal","#
        + #""category":"Discretionary(Wants)"}"#

    static func debt(_ due: String, _ more: String = "") -> String {
        #"{"name":"Card","amount":1000,"monthlyPayment":50,"AdHocPayment":10,"capitalRepayment":40,"#
            + #""interestRepayment":10,"payDueDate":"\#(due)"\#(more)}"#
    }

    static func goal(
        _ date: String = "2026-01-31", total: String = "1000", monthly: String = "300",
        saved: String = #","savedMoney":100"#
    ) -> String {
        #"{"name":"Trip","totalAmount":\#(total),"monthlyTarget":\#(monthly),"date":"\#(date)"\#(saved)}"#
    }
}

extension Document.Value {
    /// A date of a stored document.
    static func at(_ text: String) -> Document.Value { Date.reading(text: text).map { .date($0) } ?? .null }
}
