package org.hutong.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** {@link Masked} for the messages of exceptions. */
public final class MaskedThrowable extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Masked.mask(super.convert(event));
    }

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return Masked.mask(super.throwableProxyToString(thrown));
    }
}
