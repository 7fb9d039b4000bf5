import { useMemo, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Command, commandsFor } from "./command-search.ts";

const KINDS = ["page", "action", "actor", "document", "question"] as const;

/** A field in which pages, actions, actors, documents and questions are found and done by a few letters. */
export default function Palette({
  commands,
  onClose,
}: {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const found = useMemo(() => commandsFor(commands, typed), [commands, typed]);
  const act = (id: string): void => {
    const command = found.find((one) => one.id === id);
    onClose();
    command?.act();
    // Whoever went to another page goes on reading there.
    if (command?.kind !== "action") setTimeout(() => document.getElementById("page")?.focus(), 100);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={t("palette.title")}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={t("palette.find")} autoFocus>
              <Input placeholder={t("palette.hint")} />
            </SearchField>
            <Menu
              className="found"
              aria-label={t("palette.title")}
              onAction={(key) => act(String(key))}
              renderEmptyState={() => <p>{t("palette.none")}</p>}
            >
              {KINDS.filter((kind) => found.some((command) => command.kind === kind)).map((kind) => (
                <MenuSection key={kind}>
                  <Header>{t(`palette.kinds.${kind}`)}</Header>
                  {found
                    .filter((command) => command.kind === kind)
                    .map((command) => (
                      <MenuItem key={command.id} id={command.id} textValue={command.name}>
                        <bdi>{command.name}</bdi>
                        {command.keys !== undefined && <kbd dir="ltr">{command.keys}</kbd>}
                      </MenuItem>
                    ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
