internal import Analyses
internal import HTTPTypes

/// The OpenAPI 3.1 document of a list of routes.
enum OpenAPI {
    /// The document, paths in order of name.
    static func document(of routes: [Route]) -> JSON {
        let paths = Dictionary(grouping: routes, by: \.path).sorted { $0.key < $1.key }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Reho", "version": "2.0.0",
                "description": .string(about),
            ],
            "servers": [["url": "/"]],
            "tags": .array(tags(of: routes)),
            "paths": .object(paths.map { JSON.Member($0.key, path($0.value)) }),
            "components": [
                "schemas": Schemas.all, "securitySchemes": ["bearer": Self.bearer, "schedulerKey": Self.schedulerKey],
            ],
        ]
    }

    private static let about = """
        The finance chat beside the main backend. Times are RFC 3339 in UTC, money is pounds with two decimals at most, \
        and what cannot be computed is null with its reason beside it. Every answer carries X-Request-ID.
        """

    private static let bearer: JSON = [
        "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
        "description": "The HS256 token that the main backend issues.",
    ]

    private static let schedulerKey: JSON = [
        "type": "apiKey", "in": "header", "name": "X-API-KEY",
        "description": "The key that the operator gave to the scheduler.",
    ]

    private static func tags(of routes: [Route]) -> [JSON] {
        Set(routes.map(\.description.tag)).sorted().map { ["name": .string($0)] }
    }

    private static func path(_ routes: [Route]) -> JSON {
        .object(
            routes.sorted { $0.method.rawValue < $1.method.rawValue }.map { route in
                JSON.Member(route.method.rawValue.lowercased(), operation(route))
            })
    }

    private static func operation(_ route: Route) -> JSON {
        let text = route.description
        var members: [JSON.Member] = [
            JSON.Member("operationId", .string(text.id)), JSON.Member("summary", .string(text.summary)),
            JSON.Member("tags", [.string(text.tag)]),
        ]
        if !text.parameters.isEmpty {
            members.append(JSON.Member("parameters", .array(text.parameters.map(parameter))))
        }
        if let body = text.body {
            let content = JSON.object(text.bodyKinds.map { JSON.Member($0, ["schema": body]) })
            members.append(JSON.Member("requestBody", ["required": .bool(!text.isBodyOptional), "content": content]))
        }
        members.append(JSON.Member("responses", answers(route)))
        switch route.access {
        case .open: members.append(JSON.Member("security", []))
        case .person, .admin: members.append(JSON.Member("security", [["bearer": []]]))
        case .key: members.append(JSON.Member("security", [["schedulerKey": []]]))
        case .socket: members.append(JSON.Member("security", [["bearer": []], .object([])]))
        }
        return .object(members)
    }

    private static func parameter(_ parameter: Operation.Parameter) -> JSON {
        [
            "name": .string(parameter.name), "in": parameter.isInPath ? "path" : "query",
            "required": .bool(parameter.isInPath || parameter.isRequired),
            "description": .string(parameter.words), "schema": parameter.schema,
        ]
    }

    /// Its own answers and those that every route of its kind can give.
    private static func answers(_ route: Route) -> JSON {
        var answers = route.description.answers
        if route.access == .person || route.access == .admin {
            let refused =
                "The account is blocked or deleted" + (route.access == .admin ? ", or no administrator's." : ".")
            answers += [
                .problem(401, "No token, or one that is not good."), .problem(403, refused),
                .problem(503, "Something needed is away; see Retry-After."),
            ]
        }
        if route.access == .key {
            answers += [.problem(401, "No key, or a wrong one."), .problem(503, "Something needed is away.")]
        }
        if !route.path.hasPrefix("/health") { answers.append(.problem(429, "Too many requests; see Retry-After.")) }
        return .object(
            answers.sorted { $0.status < $1.status }.map { answer in
                var members = [JSON.Member("description", .string(answer.words))]
                if let schema = answer.schema {
                    let texts = answer.texts.map { JSON.Member($0, ["schema": Schema.text]) }
                    members.append(
                        JSON.Member("content", .object([JSON.Member(answer.kind, ["schema": schema])] + texts)))
                }
                return JSON.Member(String(answer.status), .object(members))
            })
    }
}
