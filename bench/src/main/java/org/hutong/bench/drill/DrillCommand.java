package org.hutong.bench.drill;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hutong drill}. */
@Command(name = "drill", description = "Break things under load and look what was lost.", subcommands = KillDrill.class, mixinStandardHelpOptions = true)
public final class DrillCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which drill: kill");
    }
}
