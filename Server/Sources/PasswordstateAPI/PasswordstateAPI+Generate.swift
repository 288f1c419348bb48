import PasswordService
import Passwright
import ServiceHTTP
import TextTools

extension PasswordstateAPI {
  func generatePassword(_ call: Call) async throws(ServiceError) -> Answer {
    let count = try call.parameters.integer("Qty", in: 1...settings.maximumQuantity) ?? 1
    let request = try generationRequest(call.parameters)
    let passwords = try await service.generate(request, count: count, by: call.caller)
    return Answer(json: .array(passwords.map { ["Password": .string($0)] }))
  }

  private func generationRequest(
    _ parameters: RequestParameters
  ) throws(ServiceError) -> GenerationRequest {
    if let id = try parameters.integer("PasswordGeneratorID") { return .generator(id) }
    let options = parameters.sorted.filter { PasswordstateQuery.isRecipeOption($0.name) }
    if options.isEmpty { return .generator(0) }
    do {
      return .recipe(try PasswordstateQuery(lenientlyReading: options).recipe)
    } catch {
      throw .invalid(error.problems.map { "\($0)." })
    }
  }
}
