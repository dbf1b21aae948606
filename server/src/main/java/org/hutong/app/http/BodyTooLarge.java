package org.hutong.app.http;

import java.io.IOException;

/** More bytes came than {@link HttpSettings#maxBody()} allows. */
final class BodyTooLarge extends IOException {
    BodyTooLarge() {
        super("body too large");
    }
}
