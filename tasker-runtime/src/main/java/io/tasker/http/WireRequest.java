package io.tasker.http;

import java.net.URI;
import java.net.http.HttpRequest;

/** A request as it is transmitted, credentials included; never shown to anyone. */
record WireRequest(String method, URI url, RequestHeaders headers, RequestBody body) {
  HttpRequest toHttpRequest() {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (method.equals("GET") && body.isNone()) {
      // With a publisher, even an empty one, some servers see a GET with a body.
      request.GET();
    } else {
      request.method(method, body.publisher().get());
    }
    RequestHeaders all =
        body.isNone() ? headers : headers.withDefault("Content-Type", body.contentType());
    all.asMap().forEach(request::setHeader);
    return request.build();
  }

  @Override
  public String toString() {
    return method;
  }
}
