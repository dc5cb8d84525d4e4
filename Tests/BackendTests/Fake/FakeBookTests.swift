import Finance
import Foundation
import Testing

@testable import TestServers

/// Contract 3.1 and the envelopes of contract 7.
@Suite("The fake backend's gate")
struct FakeBookTests {
    @Test("a request without a token, with another scheme or a bad one is refused with 401")
    func unauthorised() async throws {
        try await FakeBackend.with { fake in
            let good = try fake.token(for: Scene.user)
            let flipped = String(good.dropLast(2)) + (good.hasSuffix("A") ? "BB" : "AA")
            let over = try fake.token(for: Scene.user, lifetime: -1)
            let claims = FakeToken.Claims(id: Scene.user.hex, role: "USER", email: "", iat: 0, exp: 4_000_000_000)
            let foreign = try FakeToken.signed(claims, secret: "another secret")
            for header in [
                "", "Basic \(good)", good, "Bearer x", "Bearer \(flipped)", "Bearer \(over)", "Bearer \(foreign)",
            ] {
                let told = try await fake.ask("GET", "/incomes", header: header)
                #expect(told.status == 401 && told.body["success"] == .bool(false), "\(header.prefix(12))")
                #expect(told.body["statusCode"] == .int(401) && told.paths == [""])
            }
            #expect(try await fake.ask("GET", "/incomes", header: "Bearer \(good)").status == 200)
        }
    }

    @Test("a person who is gone gets 404, one who is blocked 403, an administrator 403 on these routes")
    func people() async throws {
        try await FakeBackend.with { fake in
            let admin = try fake.token(for: Scene.user, role: "ADMIN")
            #expect(try await fake.ask("GET", "/incomes", header: "Bearer \(admin)").status == 403)
            fake.block(Scene.user)
            fake.remove(Scene.other)
            #expect(try await fake.ask("GET", "/incomes").status == 403)
            #expect(try await fake.ask("GET", "/incomes", as: Scene.other).status == 404)
        }
    }

    @Test(
        "an unknown route has an envelope of its own",
        arguments: ["/users", "/incomes/1/2", "/budgets/x/y", "/auth/login"])
    func noRoute(path: String) async throws {
        try await FakeBackend.with { fake in
            let told = try await fake.ask("POST", path, "{}")
            #expect(told.status == 404 && told.message == "Not found" && told.body["statusCode"] == nil)
            guard case .array(let errors)? = told.body["errorMessages"], case .document(let first)? = errors.first
            else { throw WaitedInVain("errorMessages") }
            #expect(first.text("path") == "/api/v1" + path && errors.count == 1)
        }
    }

    @Test("success has four keys", arguments: FakeBackend.Shape.allCases)
    func success(shape: FakeBackend.Shape) async throws {
        try await FakeBackend.with(shape) { fake in
            let told = try await fake.ask("POST", "/incomes", Bodies.good[.incomes] ?? "")
            #expect(Set(told.body.fields.keys) == ["success", "message", "statusCode", "data"])
            #expect(told.body["success"] == .bool(true) && told.body["statusCode"] == .int(200))
            #expect(told.message?.hasSuffix("successfully") == (shape == .older))
        }
    }

    @Test("what is no JSON object is 400", arguments: ["{", "[1]", "5", "\"x\""])
    func noObject(body: String) async throws {
        try await FakeBackend.with { fake in
            let told = try await fake.ask("POST", "/incomes", body)
            #expect(told.status == 400)
            #expect(fake.records(.incomes).isEmpty)
        }
    }

    @Test("the same body and key twice makes two records")
    func noIdempotency() async throws {
        try await Scene.with { scene in
            _ = try await scene.send(key: "same")
            _ = try await scene.send(key: "same")
            #expect(scene.stored == 2 && Set(scene.fake.records(.expenses).map { "\($0.fields)" }).count == 2)
        }
    }

    @Test("documents reach the test's store before the answer leaves, whole, and a store that fails is a 500")
    func store() async throws {
        let kept = Watched<[FakePut]>([])
        let store: FakeBackend.Store = { put in
            if put.document.text("name") == "Trip" { throw WaitedInVain("a store") }
            kept.change { $0.append(put) }
        }
        try await FakeBackend.with(store: store) { fake in
            _ = try await fake.ask("POST", "/expenses", Bodies.linked)
            let puts = kept.read { $0 }
            #expect(puts.map(\.collection) == ["expenses", "budgets", "expenses"])
            #expect(puts.last?.document == fake.records(.expenses).first)
            #expect(puts[1].document == fake.records(.budgets).first)
            #expect(try await fake.ask("POST", "/saving-goals", Bodies.goal()).status == 500)
        }
    }
}
