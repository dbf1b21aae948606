package org.hutong;

import org.springframework.modulith.Modulithic;

/** Stands where the modules begin, one level above the main class, so that {@code app} counts as a module like the others. */
@Modulithic(systemName = "Hutong")
public final class WholeServer {
    private WholeServer() {
    }
}
