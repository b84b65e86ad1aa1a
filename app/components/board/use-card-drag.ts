import { type DragEvent, useState } from "react";

/** What makes an element a card that can be dragged. */
export type DragSource = { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
/** What makes an element a place where a card can be dropped. */
export type DropTarget = { onDragOver: (event: DragEvent) => void; onDragLeave: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };

/**
 * Cards that are dragged between places, with the browser's own drag and drop. It is the second way: whatever a card can be dragged to, its form
 * can do as well.
 * @param drop what happens with a card, by its id, that is dropped on a place
 */
export function useCardDrag(drop: (card: string, place: string) => void) {
  const [card, setCard] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  // Not left to `dragend`: a card that jumps to another list leaves the page before it comes.
  const end = () => {
    setCard(null);
    setOver(null);
  };
  const source = (id: string): DragSource => ({
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = "move";
      // Without any data some browsers drag nothing.
      event.dataTransfer.setData("text/plain", id);
      setCard(id);
    },
    onDragEnd: end,
  });
  const target = (place: string): DropTarget => ({
    onDragOver: (event) => {
      if (card === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setOver(place);
    },
    onDragLeave: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver((now) => (now === place ? null : now));
    },
    onDrop: (event) => {
      if (card === null) return;
      event.preventDefault();
      end();
      drop(card, place);
    },
  });
  return { dragged: card, over, source, target };
}
