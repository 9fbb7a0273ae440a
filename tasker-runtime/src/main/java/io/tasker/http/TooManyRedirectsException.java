package io.tasker.http;

import java.io.IOException;

/** More redirects than one request follows. */
final class TooManyRedirectsException extends IOException {
  private static final long serialVersionUID = 1L;
}
