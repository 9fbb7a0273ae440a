package io.tasker.processor.check.parameter;

import io.tasker.processor.check.rule.Check;
import io.tasker.processor.diagnostic.Code;
import io.tasker.processor.diagnostic.Diagnostics;
import io.tasker.processor.diagnostic.Problem;
import io.tasker.processor.model.HandlerClass;
import io.tasker.processor.model.ParameterModel.Api;
import io.tasker.processor.model.TypeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An API is taken as a client for a base URL that there can be. */
final class ApiCheck implements Check.OfClass {
  private static final String CLIENT = "io.tasker.http.ApiClient";
  private static final Pattern KEY = Pattern.compile("\\$\\{config\\.[^{}\\s]+}");

  @Override
  public void check(HandlerClass handlers, Diagnostics diagnostics) {
    handlers.handlers().stream()
        .flatMap(handler -> handler.parameters(Api.class).stream())
        .flatMap(api -> problem(api).stream())
        .forEach(diagnostics::report);
  }

  private static Optional<Problem> problem(Api api) {
    if (!api.slot().type().name().toString().equals(CLIENT)) {
      return Optional.of(
          Problem.error(
              Code.INVALID_API,
              api.slot().at(),
              "parameter '%s' is a %s, but @Api supplies an ApiClient."
                  .formatted(api.slot().name(), TypeText.simple(api.slot().type().name())),
              "fix: take io.tasker.http.ApiClient, or annotate a service of the application with @Provided."));
    }
    return objection(api.baseUrl().value())
        .map(
            what ->
                Problem.error(
                    Code.INVALID_API,
                    api.baseUrl().at(),
                    "'%s' is not the base URL of an API: %s."
                        .formatted(api.baseUrl().value(), what),
                    "fix: write a URL like https://api.example.com/v1; ${config.<key>} stands for a value of the step's configuration."));
  }

  // What comes from the configuration is judged when the engine starts.
  private static Optional<String> objection(String baseUrl) {
    String filled = KEY.matcher(baseUrl).replaceAll("value");
    if (filled.contains("${")) {
      return Optional.of("only ${config.<key>} can stand in it");
    }
    if (KEY.matcher(baseUrl).lookingAt()) {
      return Optional.empty();
    }
    URI url;
    try {
      url = new URI(filled);
    } catch (URISyntaxException e) {
      return Optional.of("it is not a URL");
    }
    if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
      return Optional.of("it does not begin with https:// or http://");
    }
    if (url.getHost() == null && !baseUrl.contains("${")) {
      return Optional.of("it names no host");
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      return Optional.of("it has a user, a query or a fragment");
    }
    return Optional.empty();
  }
}
