package org.hutong.form;

import java.util.UUID;

/** Names a form of an application, whatever its version. */
record FormName(UUID application, String form) {
}
