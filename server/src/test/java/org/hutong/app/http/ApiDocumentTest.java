package org.hutong.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.hutong.access.SignIns;
import org.hutong.app.Committed;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServerTest
class ApiDocumentTest {
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    @Autowired
    private SignIns signIns;

    private JsonNode document() {
        return signIns.nobody().get("/api/openapi.json").json();
    }

    @Test
    void theDocumentIsWhatIsCommitted() throws IOException {
        ObjectNode document = (ObjectNode) document();
        document.remove("servers");
        Committed.check("docs/generated/openapi.json", PRETTY.writeValueAsString(document).replace("\r\n", "\n") + "\n");
    }

    @Test
    void itIsOpenApi31() {
        assertThat(document().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhoMayCall() {
        List<String> nameless = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String name = operation.getValue().path("operationId").asString("");
            if (!name.matches("[a-z][A-Za-z]+") || !operation.getValue().has("x-allow")) {
                nameless.add(operation.getKey() + " " + path.getKey() + " " + name);
            }
        }));
        assertThat(nameless).as("name the controller's method so that no other has its name").isEmpty();
    }
}
