package org.hutong.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class MaskedTest {

    @Test
    void numbersThatMightBeSomebodysAreBlanked() {
        assertThat(Masked.mask("phone 15400000001, id 99900119510203123X; card=6222021234567890123")).isEqualTo("phone [number], id [number]; card=[number]");
        assertThat(Masked.mask("１５４００００００１")).isEqualTo("[number]");
    }

    @Test
    void whatIsNobodysStays() {
        UUID id = UUID.fromString("01900000-0000-7000-8000-123456789012");
        String text = "incident " + id + " at 2026-11-23 in 12345678 ns, V202611231550__form";
        assertThat(Masked.mask(text)).isEqualTo(text);
    }

    /** The launcher keeps the log in a file and nearly nothing on the screen: both are masked. */
    @Test
    void theLogFileIsWrittenAndMasked(@TempDir Path directory) throws IOException, JoranException {
        Path file = directory.resolve("server.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FILE", file.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(MaskedTest.class.getResource("/logback-spring.xml"));
        context.getLogger("test").info("no such phone {}", "15400000001", new IllegalStateException("not a number: 99900119510203123X"));
        context.stop();
        assertThat(file).content().contains("no such phone [number]", "not a number: [number]").doesNotContain("15400000001", "99900119510203123X");
    }

    @Test
    void theServersLogIsMasked(CapturedOutput output) {
        LoggerFactory.getLogger("test").warn("no such phone {}", "15400000001", new IllegalStateException("not a number: 99900119510203123X"));
        assertThat(output.getAll()).contains("no such phone [number]", "not a number: [number]").doesNotContain("15400000001", "99900119510203123X");
    }
}
