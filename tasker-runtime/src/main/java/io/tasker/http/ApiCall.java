package io.tasker.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may be said about a request: no query values, no headers, no body.
 *
 * @param method the method
 * @param url the URL up to the query
 * @param redaction what must not be said
 */
record ApiCall(String method, String url, Redaction redaction) {
  /** Returns the facts for the context of a failure. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("method", method);
    facts.put("url", redaction.apply(url));
    return facts;
  }

  @Override
  public String toString() {
    return method + " " + redaction.apply(url);
  }
}
