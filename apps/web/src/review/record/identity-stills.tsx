import { Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { routes } from '@aigaq/contracts';

import { callBinary, keyOf } from '../../api/call';
import { useTexts } from '../../shared';
import { useLifetime } from '../../shared/use-lifetime';

/** Face and document side by side, as the candidate showed them last. `shown` changes when they are shown anew. */
export function IdentityStills({ sittingId, name, shown }: { sittingId: string; name: string; shown: string }) {
  return (
    <Group grow wrap="nowrap" gap="xs" align="flex-start">
      <Still sittingId={sittingId} name={name} image="face" shown={shown} />
      <Still sittingId={sittingId} name={name} image="document" shown={shown} />
    </Group>
  );
}

interface StillProps {
  sittingId: string;
  name: string;
  image: 'face' | 'document';
  shown: string;
}

function Still({ sittingId, name, image, shown }: StillProps) {
  const { t } = useTexts();
  const params = { id: sittingId, image };
  const picture = useQuery({
    queryKey: [...keyOf(routes.identityImage, { params }), shown],
    queryFn: () => callBinary(routes.identityImage, { params }),
    // The stills are deleted with the sitting; the browser forgets them with the page.
    gcTime: 0,
    staleTime: Infinity,
  });
  const { data } = picture;
  const address = useLifetime(
    useCallback(() => {
      if (!data) return null;
      const value = URL.createObjectURL(data);
      return { value, end: () => URL.revokeObjectURL(value) };
    }, [data]),
  );
  return (
    <figure className="still">
      {address !== null ? (
        <a href={address} target="_blank" rel="noreferrer">
          <img
            src={address}
            alt={t(image === 'face' ? 'watch.identity.faceOf' : 'watch.identity.documentOf', { name })}
          />
        </a>
      ) : picture.isPending ? (
        <Skeleton height={150} />
      ) : (
        <Text size="sm" c="dimmed" p="md">
          {t('watch.identity.noImage')}
        </Text>
      )}
      <figcaption>{t(`watch.identity.${image}`)}</figcaption>
    </figure>
  );
}
