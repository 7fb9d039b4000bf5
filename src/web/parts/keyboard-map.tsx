import { Button, Checkbox, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";

/** What keys do, where: the words are those of the catalogue. */
const KEYS = [
  ["Ctrl+K", "palette"],
  ["?", "map"],
  ["g 1 … g 0", "pages"],
  ["Ctrl+Z", "undo"],
  ["Ctrl+Shift+Z", "redo"],
  ["Tab, Shift+Tab", "tab"],
  ["Enter, Space", "press"],
  ["↑ ↓", "sentences"],
  ["← →", "step"],
  ["Home, End", "ends"],
  ["Esc", "escape"],
] as const;

/** The keyboard map; keys of one letter can be turned off. */
export default function KeyboardMap({
  single,
  setSingle,
  onClose,
}: {
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog>
          <Heading slot="title">{t("keys.title")}</Heading>
          <table>
            <tbody>
              {KEYS.map(([keys, does]) => (
                <tr key={does}>
                  <th scope="row">
                    <kbd dir="ltr">{keys}</kbd>
                  </th>
                  <td>{t(`keys.${does}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox isSelected={single} onChange={setSingle}>
            <span className="box" aria-hidden="true" />
            <span>{t("keys.single")}</span>
          </Checkbox>
          <p>
            <Button onPress={onClose}>{t("keys.close")}</Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
